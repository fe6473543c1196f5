"""The words of WAI-ARIA: roles, attributes, what each attribute may hold and what a role needs."""

from __future__ import annotations

from generator.proofread.html.tree import words_of

ROLES = words_of(
    "alert alertdialog application article banner blockquote button caption cell checkbox code "
    "columnheader combobox complementary contentinfo definition deletion dialog directory document "
    "emphasis feed figure form generic grid gridcell group heading img image insertion link list "
    "listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter "
    "navigation none note option paragraph presentation progressbar radio radiogroup region row "
    "rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript "
    "superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree "
    "treegrid treeitem suggestion comment mark sectionfooter sectionheader graphics-document "
    "graphics-object graphics-symbol"
)
"""Roles that a page may give."""

FOREIGN_PREFIXES = ("doc-",)
"""Beginnings of roles from sister standards."""

_TRUTH = ("true", "false")
ATTRIBUTES: dict[str, tuple[str, ...] | str] = {
    "aria-activedescendant": "id",
    "aria-atomic": _TRUTH,
    "aria-autocomplete": ("inline", "list", "both", "none"),
    "aria-braillelabel": "text",
    "aria-brailleroledescription": "text",
    "aria-busy": _TRUTH,
    "aria-checked": ("true", "false", "mixed", "undefined"),
    "aria-colcount": "whole",
    "aria-colindex": "whole",
    "aria-colindextext": "text",
    "aria-colspan": "whole",
    "aria-controls": "ids",
    "aria-current": ("page", "step", "location", "date", "time", "true", "false"),
    "aria-describedby": "ids",
    "aria-description": "text",
    "aria-details": "ids",
    "aria-disabled": _TRUTH,
    "aria-dropeffect": "text",
    "aria-errormessage": "ids",
    "aria-expanded": ("true", "false", "undefined"),
    "aria-flowto": "ids",
    "aria-grabbed": ("true", "false", "undefined"),
    "aria-haspopup": ("false", "true", "menu", "listbox", "tree", "grid", "dialog"),
    "aria-hidden": ("true", "false", "undefined"),
    "aria-invalid": ("grammar", "false", "spelling", "true"),
    "aria-keyshortcuts": "text",
    "aria-label": "text",
    "aria-labelledby": "ids",
    "aria-level": "whole",
    "aria-live": ("assertive", "off", "polite"),
    "aria-modal": _TRUTH,
    "aria-multiline": _TRUTH,
    "aria-multiselectable": _TRUTH,
    "aria-orientation": ("horizontal", "undefined", "vertical"),
    "aria-owns": "ids",
    "aria-placeholder": "text",
    "aria-posinset": "whole",
    "aria-pressed": ("true", "false", "mixed", "undefined"),
    "aria-readonly": _TRUTH,
    "aria-relevant": "text",
    "aria-required": _TRUTH,
    "aria-roledescription": "text",
    "aria-rowcount": "whole",
    "aria-rowindex": "whole",
    "aria-rowindextext": "text",
    "aria-rowspan": "whole",
    "aria-selected": ("true", "false", "undefined"),
    "aria-setsize": "whole",
    "aria-sort": ("ascending", "descending", "none", "other"),
    "aria-valuemax": "number",
    "aria-valuemin": "number",
    "aria-valuenow": "number",
    "aria-valuetext": "text",
}
"""What each attribute may hold: one of some words, ids, a whole number, a number or text."""

NEEDED: dict[str, tuple[str, ...]] = {
    "checkbox": ("aria-checked",),
    "combobox": ("aria-expanded",),
    "heading": ("aria-level",),
    "menuitemcheckbox": ("aria-checked",),
    "menuitemradio": ("aria-checked",),
    "meter": ("aria-valuenow",),
    "radio": ("aria-checked",),
    "scrollbar": ("aria-valuenow",),
    "slider": ("aria-valuenow",),
    "switch": ("aria-checked",),
}
"""Attributes without which a role says nothing; those with a default of their own are left out."""

NAMED_BY_CONTENT = words_of(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio "
    "option radio row rowheader switch tab tooltip treeitem"
)
"""Roles whose name is what stands in them."""
