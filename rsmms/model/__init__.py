"""Frozen, typed models of everything the data files may say."""

from rsmms.model.base import Confidence, Model, Text
from rsmms.model.contact import Contact, ContactFile, Kind, Phone
from rsmms.model.country import Country, LawNote, Project, Ratification, Series, Status
from rsmms.model.dates import PartialDate
from rsmms.model.indicator import Indicator
from rsmms.model.instrument import Article, ComplaintRoute, Instrument, Part
from rsmms.model.source import Source
from rsmms.model.zone import Agreement, Membership, Zone

__all__ = [
    "Agreement", "Article", "ComplaintRoute", "Confidence", "Contact", "ContactFile", "Country",
    "Indicator", "Instrument", "Kind", "LawNote", "Membership", "Model", "Part", "PartialDate",
    "Phone", "Project", "Ratification", "Series", "Source", "Status", "Text", "Zone",
]
