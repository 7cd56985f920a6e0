from datetime import date

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from iomsite.archive.models import ArchivedPage
from iomsite.menus.models import MenuSection
from newsroom.models import CoIssuer
from org.models import Country, Figure
from tests.factories import make_appointment, make_contact, make_edition, make_release, make_staff, make_unit
from tests.forms import parsed

pytestmark = pytest.mark.django_db

MODELS = [model for model in admin.site._registry if model._meta.label != "auth.Permission"]


@pytest.fixture
def boss(client):
    person = make_staff()
    client.force_login(person)
    return person


@pytest.fixture
def a_row_of_everything(boss):
    unit = make_unit(parent=make_unit())
    release = make_release("en", "ar", unit=unit)
    make_contact(release=release, unit=unit, phone="+1 202 862 1826 ext. 236")
    CoIssuer.objects.create(release=release, unit=unit)
    make_edition(release=release)
    make_appointment(since=date(2024, 1, 1))
    Country.objects.get_or_create(code="KE", defaults={"region": "002", "name_en": "Kenya"})
    Figure.objects.create(label_en="Member States", value=175)
    MenuSection.objects.create(label_fr="Agir", parent=MenuSection.objects.create(label_fr="Qui sommes nous"))
    ArchivedPage.objects.create(source="page.txt", fingerprint="0" * 64, language="fr", release=release)
    Group.objects.create(name="Publishers")


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_list_search_and_forms_of_every_model_answer(model, client, a_row_of_everything, rf, boss):
    row = model._default_manager.order_by("pk").last()
    request = rf.get("/")
    request.user = boss
    pages = [address(model, "changelist"), address(model, "changelist") + "?q=x", address(model, "change", row.pk)]
    if admin.site._registry[model].has_add_permission(request):
        pages.append(address(model, "add"))
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


def test_every_model_of_the_site_is_in_the_admin_or_inside_another():
    inside = {inline.model for model_admin in admin.site._registry.values() for inline in model_admin.inlines}
    ours = {model for app in ("org", "newsroom", "menus", "archive") for model in apps.get_app_config(app).get_models()}
    assert ours - set(admin.site._registry) - inside == set()


@pytest.mark.parametrize(
    "label", ["newsroom.Edition", "newsroom.Event", "newsroom.LanguageState", "archive.ArchivedPage"]
)
def test_what_the_workflow_writes_can_only_be_read(label, client, a_row_of_everything):
    model = next(model for model in MODELS if model._meta.label == label)
    row = model._default_manager.last()
    assert client.get(address(model, "add")).status_code == 403
    assert client.post(address(model, "change", row.pk), {}).status_code == 403
    assert client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("fr", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_sign_in_works_in_every_language(code, direction, client):
    person = make_staff()
    person.set_password("a long secret")
    person.save()
    chosen = client.post("/admin/set-language/", {"language": code, "next": "/admin/login/?next=/admin/"})
    assert (chosen.status_code, chosen.url) == (302, "/admin/login/?next=/admin/")
    page = parsed(client.get(chosen.url))
    assert (page.html["lang"], page.html["dir"]) == (code, direction)
    signed_in = client.post(chosen.url, {"username": person.username, "password": "a long secret"}, follow=True)
    assert (signed_in.wsgi_request.path, parsed(signed_in).html["lang"]) == ("/admin/", code)


def test_language_choice_never_leads_to_another_site(client):
    answer = client.post("/admin/set-language/", {"language": "fr", "next": "https://elsewhere.example/"})
    assert answer.url == "/fr/"


def test_looking_at_the_language_choice_chooses_nothing(client):
    client.get("/admin/set-language/?language=fr")
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


def test_languages_go_by_their_own_names_in_every_language(client, boss):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    choice = parsed(client.get("/admin/")).select(".language-choice button")
    assert [(button["lang"], button.get_text()) for button in choice] == settings.LANGUAGES
    assert [button["lang"] for button in choice if button.get("aria-current")] == ["ar"]


def test_view_site_leads_to_the_home_in_the_persons_language(client, boss):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    assert parsed(client.get("/admin/")).select_one("#user-tools a")["href"] == "/fr/"


def test_scripts_of_a_form_with_rich_text_carry_the_nonce_of_the_policy(client, boss):
    answer = client.get("/admin/org/unit/add/")
    imports = parsed(answer).select_one("script[type=importmap]")
    assert f"'nonce-{imports['nonce']}'" in answer["Content-Security-Policy"]
    assert [script for script in parsed(answer).select("script:not([src])") if not script.get("nonce")] == []


@pytest.mark.parametrize(
    "page", ["/admin/", "/admin/org/unit/", "/admin/menus/menusection/", "/admin/newsroom/release/"]
)
def test_no_page_has_style_attributes_that_the_policy_refuses(page, client, a_row_of_everything):
    assert parsed(client.get(page)).select("[style], style") == []
