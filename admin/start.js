// Starts the form; its settings stand beside this page, in config.yml.
import { init } from "@sveltia/cms";

init();
