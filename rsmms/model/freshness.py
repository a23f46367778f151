"""How long facts may stand: the file data/freshness.yaml."""

from pydantic import Field

from rsmms.model.base import Model


class Periods(Model):
    """Months between two checks, by kind of fact, and when an unchecked contact is folded away."""

    contacts: int = Field(6, ge=1, le=120)
    treaties: int = Field(3, ge=1, le=120)
    laws: int = Field(12, ge=1, le=120)
    figures: int = Field(18, ge=1, le=120)
    fold_after: int = Field(3, ge=1, le=20, description="Periods after which a contact is folded behind a warning.")

    def months(self, kind: str) -> int:
        """Months between two checks of a kind of fact: contact, treaty, law or figure."""
        return {"contact": self.contacts, "treaty": self.treaties, "law": self.laws, "figure": self.figures}[kind]


USUAL = Periods.model_validate({})
"""What holds where data/freshness.yaml says nothing else."""
