"""The house rules of DESIGN, proven from the code itself: imports run one way, one writer, one word for public."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.sweep import SWEPT

ROOT = Path(__file__).resolve().parent.parent
APPS = ("org", "newsroom", "iomsite")
WRITERS = re.compile(r"newsroom/(workflow/.+|synthetic\.py)")
WRITTEN_BY_WORKFLOW = {"Agreement", "Edition", "EditionContact", "Event", "LanguageState"}
COLUMNS_OF_WORKFLOW = {"live_from", "live_until", "withdrawal", "redacted", "status"}
CHANGES = {"create", "bulk_create", "get_or_create", "update_or_create", "update", "bulk_update", "delete"}

# Inside an app: its words → models → rules → the workflow. What is not named here is a door and may import all of it.
LAYERS = (
    {"dates", "email", "links", "richtext", "slugs", "translated"},
    {"models"},
    {"refusal", "languages", "permissions", "freezing", "gate"},
    {"verbs"},
    {"workflow"},
)


@cache
def sources() -> dict[str, ast.Module]:
    """Every module of the apps, by its path, without migrations."""
    paths = [path for app in APPS for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts]
    assert len(paths) > 40
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text()) for path in paths}


def imports(tree: ast.Module) -> set[str]:
    """Full names of what a module imports: "newsroom.models.Release"."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def layer(module: str) -> int:
    """How far up a module of an app stands; doors stand highest."""
    part = module.split(".")[1].removesuffix(".py") if "." in module else ""
    return next((rank for rank, layer in enumerate(LAYERS) if part in layer), len(LAYERS))


def test_imports_run_from_org_to_newsroom_to_iomsite():
    backwards = [
        (path, name)
        for path, tree in sources().items()
        for name in imports(tree)
        if name.split(".")[0] in APPS and APPS.index(name.split(".")[0]) > APPS.index(path.split("/")[0])
    ]
    assert backwards == []


@pytest.mark.parametrize("app", ["org", "newsroom"])
def test_inside_an_app_models_know_no_rules_and_rules_no_doors(app):
    backwards = [
        (path, name)
        for path, tree in sources().items()
        for name in imports(tree)
        if path.startswith(f"{app}/") and name.startswith(f"{app}.")
        if layer(name) > layer(path.replace("/", "."))
    ]
    assert backwards == []


def changes(tree: ast.Module) -> list[str]:
    """What a module writes that is the workflow's to write."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            found += [name for name in WRITTEN_BY_WORKFLOW if re.match(rf"{name}\b", ast.unparse(node.func))]
        elif isinstance(node, ast.Assign):
            targets = [target for target in node.targets if isinstance(target, ast.Attribute)]
            found += [target.attr for target in targets if target.attr in COLUMNS_OF_WORKFLOW]
    return found


def test_only_the_workflow_writes_statuses_editions_and_events():
    written = {path: found for path, tree in sources().items() if (found := changes(tree))}
    assert {path: found for path, found in written.items() if not WRITERS.fullmatch(path)} == {}
    assert "newsroom/workflow/intervals.py" in written


def test_public_modules_never_see_the_working_copy():
    public = re.compile(
        r"(views|feeds|sitemaps|api|urls)\.py$|/(outputs|templatetags|search|delivery)/|chart\.py$|menu\.py$"
    )
    seen = [
        (path, name)
        for path, tree in sources().items()
        for name in imports(tree)
        if public.search(path) and (name.endswith(".Release") or name == "newsroom.models.release")
    ]
    assert seen == []


def routes(resolver: URLResolver, prefix: str = "") -> set[str]:
    """Every address of the resolver as a pattern, the admin's own left out: its sweep is the admin's tests."""
    found = set()
    for entry in resolver.url_patterns:
        route = f"{prefix}{entry.pattern}"
        if isinstance(entry, URLPattern):
            found.add(route)
        elif not route.startswith("admin/"):
            found |= routes(entry, route)
    return found


def test_every_address_is_swept():
    assert routes(get_resolver()) == set(SWEPT)


def test_no_file_has_outgrown_its_room():
    folders = (*APPS, "templates", "static", "tests")
    kinds = {".py", ".html", ".css", ".js"}
    tall = {
        str(path.relative_to(ROOT)): lines
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds and "migrations" not in path.parts
        if (lines := path.read_text().count("\n")) > 400 and "vendor" not in path.parts
    }
    assert [path for path in tall if not path.startswith("tests/")] == []


def test_no_module_is_a_drawer():
    drawers = {"utils", "helpers", "common", "core", "misc"}
    assert [path for path in sources() if drawers & set(re.split(r"[/.]", path))] == []


def test_styles_take_their_values_from_the_tokens():
    """No hex colour, pixel font size, physical side, letter-spacing or shadow outside the token file (LOOK)."""
    physical = r"(margin|padding|border|inset)-(left|right)|(?<![-\w])(left|right)\s*:|text-align:\s*(left|right)"
    forbidden = re.compile(
        rf"#[0-9a-fA-F]{{3,8}}\b|font-size:\s*[\d.]+px|{physical}|letter-spacing|box-shadow:(?!\s*(var|none))"
    )
    sheets = [path for path in (ROOT / "static").rglob("*.css") if path.name != "tokens.css"]
    assert len(sheets) > 3
    bad = [
        (str(path.relative_to(ROOT)), number, line.strip())
        for path in sheets
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if forbidden.search(line)
    ]
    assert bad == []
