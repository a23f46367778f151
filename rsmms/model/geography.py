"""What the map says of a road between two countries, where no source read tells by which way people go."""

from rsmms.model.corridor import Way

_IN_AFRICA = (
    "AGO BDI BEN BFA BWA CAF CIV CMR COD COG DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MLI MOZ MRT MWI "
    "NAM NER NGA RWA SDN SEN SLE SOM SSD SWZ TCD TGO TUN TZA UGA ZAF ZMB ZWE"
)
_IN_EUROPE = "AUT BEL BGR CZE DEU DNK ESP EST FIN FRA GRC HRV HUN ITA LTU LUX LVA NLD POL PRT ROU SVK SVN SWE TUR"
_IN_MASHRIQ = "ARE BHR JOR KWT LBN OMN QAT SAU"
_AFRICA = frozenset(_IN_AFRICA.split())
_MASSES = (_AFRICA, frozenset(_IN_EUROPE.split()), frozenset(_IN_MASHRIQ.split()))
"""Countries that a road without water joins; islands are in none."""
_NORTH = frozenset({"DZA", "EGY", "LBY", "MAR", "TUN"})
"""North of the Sahara, and the southern shore of the Mediterranean."""
_NORTH_SHORE = frozenset({"CYP", "ESP", "FRA", "GRC", "HRV", "ITA", "MLT", "SVN"})
_TO_CANARIES = frozenset({"GIN", "GMB", "GNB", "MAR", "MRT", "SEN"})
"""Shores of the Atlantic from which boats leave for the Canary Islands."""


def ways_on_map(origin: str, destination: str) -> tuple[Way, ...]:
    """Ways that the map allows; a plane always is one.

    >>> [w.value for w in ways_on_map("TGO", "BFA")], [w.value for w in ways_on_map("MLI", "DZA")], [w.value for w in ways_on_map("TUN", "ITA")]
    (['land', 'air'], ['land', 'desert', 'air'], ['sea', 'air'])
    """
    pair = {origin, destination}
    land = any(pair <= mass for mass in _MASSES)
    desert = pair <= _AFRICA and len(pair & _NORTH) == 1
    sea = bool(pair & _NORTH and pair & _NORTH_SHORE) or (origin in _TO_CANARIES and destination == "ESP")
    there = {Way.LAND: land, Way.DESERT: desert, Way.SEA: sea, Way.AIR: True}
    return tuple(way for way, open_ in there.items() if open_)
