"""Located values → typed records, with references resolved, reverse indexes and the life cycle."""

from generator.model.assemble import Modelled, model
from generator.model.register import Filed, Register

__all__ = ["Filed", "Modelled", "Register", "model"]
