"""The forms that there are. HTTP, the command line, OpenAPI and the documentation read this table, and nothing else."""

from typing import Final, Literal

from app.formats.admin_import import ADMIN
from app.formats.csv_table import CSV
from app.formats.cypher_script import CYPHER
from app.formats.excel import XLSX
from app.formats.follow_the_money import FTM
from app.formats.form import Form
from app.formats.graphml import GRAPHML
from app.formats.json_ld import JSON_LD
from app.formats.json_lines import NDJSON
from app.formats.json_page import JSON

FormName = Literal["json", "csv", "ndjson", "xlsx"]
"""Names of the forms of a list, for parameters; a test compares them with the table."""
ExportName = Literal["json", "csv", "ndjson", "xlsx", "graphml", "ftm", "jsonld", "cypher", "neo4j-admin"]
"""The same for exports."""

FORMS: Final[dict[str, Form]] = {
    form.name: form for form in (JSON, CSV, NDJSON, XLSX, GRAPHML, FTM, JSON_LD, CYPHER, ADMIN)
}
LIST_FORMS: Final[dict[str, Form]] = {name: form for name, form in FORMS.items() if form.lists}
