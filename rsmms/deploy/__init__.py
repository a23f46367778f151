"""From a built site to a served one: server configuration, compressed files, one archive."""
