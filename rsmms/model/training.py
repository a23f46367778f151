"""Training modules: aims, steps with time, what to hand out, and a quiz whose answers name their article."""

from pydantic import Field

from rsmms.model.base import Day, Identifier, Line, Model, Text


class Step(Model):
    """One step of a session."""

    minutes: int = Field(ge=1, le=240)
    title: Text
    text: Text


class Question(Model):
    """A question with one right answer. ``articles`` or ``source`` says where the answer stands."""

    question: Text
    answer: Text = Field(description="The right answer.")
    wrong: tuple[Text, ...] = Field(min_length=1, max_length=3, description="Answers that are not right.")
    because: Text = Field(description="Why, in one or two sentences.")
    articles: tuple[Line, ...] = Field((), examples=[["c143:9(1)"]], description="Articles, as in the marks of pages.")
    source: Identifier | None = None


class Module(Model):
    """One module for a group, without a trainer from outside."""

    id: Identifier = Field(description="Also the last part of the page's address.")
    title: Text
    summary: Text
    updated: Day
    group: Text = Field(description="For whom, how many.")
    aims: tuple[Text, ...] = Field(min_length=1)
    bring: tuple[Text, ...] = Field((), description="What to prepare.")
    steps: tuple[Step, ...] = Field(min_length=1)
    pages: tuple[Line, ...] = Field((), description="Markdown paths of pages to read or print, from the language folder.")
    quiz: tuple[Question, ...] = Field(min_length=5, max_length=8)

    @property
    def minutes(self) -> int:
        """How long the steps take together."""
        return sum(step.minutes for step in self.steps)
