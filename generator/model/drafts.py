"""What is not published yet, looked at as it will be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model.life_cycle import stage
from generator.model.record import Record
from generator.model.register import Filed, Register


def as_if_published(register: Register) -> Register:
    """The register with every draft published."""

    def published(filed: Filed[Any]) -> Filed[Any]:
        if filed.record.status != "draft":
            return filed
        record: Record = filed.record.model_copy(update={"status": "published"})
        return replace(filed, record=record, stage=stage(record, register.site, register.today))

    return replace(
        register,
        data_uses={slug: published(filed) for slug, filed in register.data_uses.items()},
        opt_outs={slug: published(filed) for slug, filed in register.opt_outs.items()},
        public_benefit={slug: published(filed) for slug, filed in register.public_benefit.items()},
        pages={slug: published(filed) for slug, filed in register.pages.items()},
    )
