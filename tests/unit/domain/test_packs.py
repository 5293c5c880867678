"""The pages of a delegate's pack, as the mission's setting names them."""

from missionplanner.domain.packs import PAGE_LABELS, USUAL, PackPage, as_setting, follows_plan, pages_of, words_too_many


def test_the_usual_pages_are_all_but_the_directories() -> None:
    assert set(PackPage) - set(USUAL) == {PackPage.DIRECTORY, PackPage.COUNTERPARTS}
    assert list(USUAL) == [page for page in PackPage if page in USUAL]


def test_a_setting_names_pages_in_order_each_once() -> None:
    assert pages_of("contacts,gone,welcome,contacts") == (PackPage.CONTACTS, PackPage.WELCOME)
    assert pages_of("") == USUAL
    assert pages_of("gone") == USUAL


def test_the_usual_pages_need_no_setting() -> None:
    assert as_setting(USUAL) == ""
    assert as_setting([]) == ""
    assert as_setting(reversed(USUAL)) == ",".join(page.value for page in reversed(USUAL))
    assert pages_of(as_setting([PackPage.COUNTERPARTS, PackPage.ABOUT])) == (PackPage.COUNTERPARTS, PackPage.ABOUT)


def test_every_page_has_a_label() -> None:
    assert {page: page.label for page in PackPage} == PAGE_LABELS


def test_packs_follow_the_plan_where_only_texts_are_left_out() -> None:
    assert follows_plan(USUAL)
    assert follows_plan(page for page in USUAL if page not in (PackPage.WELCOME, PackPage.FELLOWS))
    assert not follows_plan(page for page in USUAL if page is not PackPage.WEEK)
    assert not follows_plan(USUAL[::-1])
    assert not follows_plan((*USUAL, PackPage.DIRECTORY))


def test_a_welcome_has_at_most_so_many_words_and_nothing_else_is_counted() -> None:
    body = "word " * 123
    assert [words_too_many(kind, body) for kind in ("welcome", "about")] == [3, 0]
    assert words_too_many("welcome", "word " * 120) == 0
