"""Tables of text: separators, quotation marks out of place, lines quoted as a whole."""

import csv
import io
import random

import pytest

from missionplanner.errors import UserError
from missionplanner.exchange import separated


def rows(text: str) -> list[list[str]]:
    found, _issues = separated.read(text.splitlines(keepends=True))
    return [list(cells) for cells in found]


def stray(text: str) -> list[int]:
    return [issue.row for issue in separated.read(text.splitlines(keepends=True))[1]]


HEAD = "Entreprise,Ville,Courriel,Notes\n"
GOOD = "Bois inc.,Lévis,b@b.ca,merci\n"


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('Orme,Laval,o@o.ca,"sans fin\n', ["Orme", "Laval", "o@o.ca", "sans fin"]),
        ('"Orme,Laval,o@o.ca,x\n', ["Orme", "Laval", "o@o.ca", "x"]),
        ('"Bois "du Nord" inc.",Laval,o@o.ca,x\n', ['Bois "du Nord" inc.', "Laval", "o@o.ca", "x"]),
        ('"Bois "du Nord", inc.",Laval,o@o.ca,x\n', ['Bois "du Nord", inc.', "Laval", "o@o.ca", "x"]),
        ('"Madera" S.A.,Puebla,o@o.mx,x\n', ['Madera" S.A.', "Puebla", "o@o.mx", "x"]),
        ('"Orme","Laval","o@o.ca","sans fin\n', ["Orme", "Laval", "o@o.ca", "sans fin"]),
    ],
)
def test_a_mark_out_of_place_keeps_to_its_row_and_is_reported(line: str, cells: list[str]) -> None:
    found = rows(HEAD + GOOD + line + GOOD * 3)
    assert found == [HEAD.strip().split(","), GOOD.strip().split(","), cells, *[GOOD.strip().split(",")] * 3]
    assert stray(HEAD + GOOD + line + GOOD * 3) == [3]


def test_a_mark_closed_rows_below_swallows_none_of_them() -> None:
    found = rows(HEAD + 'Orme,Laval,o@o.ca,"pas fini\n' + GOOD * 90 + 'Pin,Laval,p@p.ca,tube 5"\n' + GOOD)
    assert [row[0] for row in found] == ["Entreprise", "Orme", *["Bois inc."] * 90, "Pin", "Bois inc."]


def test_an_inch_within_a_text_is_no_mark() -> None:
    assert rows('Company,City\nPipe 5" Inc.,Toronto\n')[1] == ['Pipe 5" Inc.', "Toronto"]
    assert stray('Company,City\nPipe 5" Inc.,Toronto\n') == []


def test_a_mark_that_is_never_closed_in_a_long_file_is_refused() -> None:
    with pytest.raises(UserError, match=r"row 2 is never closed"):
        rows(HEAD + 'Orme,Laval,o@o.ca,"sans fin\n' + GOOD * 60)


def test_lines_within_a_cell_stay_even_with_commas_in_them() -> None:
    text = 'a,b,c\nX,"one, two\nthree, four, five\nsix",z\n'
    assert rows(text)[1:] == [["X", "one, two\nthree, four, five\nsix", "z"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Empresa, Ciudad, Correo\n\"Alfa, S.A.\", \"Puebla\", \"a@a.mx\"\n", [["Empresa", "Ciudad", "Correo"], ["Alfa, S.A.", "Puebla", "a@a.mx"]]),
        ("'Company','City'\n'Acme, Inc.','Toronto'\n'L''Or','Laval'\n", [["Company", "City"], ["Acme, Inc.", "Toronto"], ["L'Or", "Laval"]]),
        ("Entreprise, Ville, Courriel\nBois 1,5 inc., Lévis, b@b.ca\nOrme, Laval, o@o.ca\n",
         [["Entreprise", "Ville", "Courriel"], ["Bois 1,5 inc.", "Lévis", "b@b.ca"], ["Orme", "Laval", "o@o.ca"]]),
        ("Company        City      E-mail\nMaple Foods    Toronto   a@a.ca\nPine           Ottawa    p@p.ca\n",
         [["Company", "City", "E-mail"], ["Maple Foods", "Toronto", "a@a.ca"], ["Pine", "Ottawa", "p@p.ca"]]),
        ('"Maple Foods" Toronto a@a.ca\n"Pine Tree" Ottawa p@p.ca\n', [["Maple Foods", "Toronto", "a@a.ca"], ["Pine Tree", "Ottawa", "p@p.ca"]]),
        ("Company\nMaple Foods Inc.\nPine Ltd.\n", [["Company"], ["Maple Foods Inc."], ["Pine Ltd."]]),
        ('"Empresa;Ciudad"\n"Alfa;Puebla"\n"Beta;""Ciudad; de México"""\n', [["Empresa", "Ciudad"], ["Alfa", "Puebla"], ["Beta", "Ciudad; de México"]]),
        ('Company,City\nMaple,Toronto\n"Pine,""Ottawa, ON"""\n', [["Company", "City"], ["Maple", "Toronto"], ["Pine", "Ottawa, ON"]]),
        ('"Empresa","Ciudad" ,"Correo"\n"Alfa, S.A." ,"Puebla" ,"a@a.mx"\n', [["Empresa", "Ciudad", "Correo"], ["Alfa, S.A.", "Puebla", "a@a.mx"]]),
        ('"Company,City";\n"Acme Inc.,Laval";\n"""Pine, Ltd."",Toronto";\n', [["Company", "City"], ["Acme Inc.", "Laval"], ["Pine, Ltd.", "Toronto"]]),
        ("Company~City\nAcme, Inc.~Toronto\n", [["Company", "City"], ["Acme, Inc.", "Toronto"]]),
        ("sep=:\nCompany:City\nAcme, Inc.:Laval\n", [["sep=", ""], ["Company", "City"], ["Acme, Inc.", "Laval"]]),
        ('"Company"\n"Acme, Inc."\n', [["Company"], ["Acme, Inc."]]),
    ],
)  # fmt: skip
def test_other_notations_are_understood(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected
    assert stray(text) == []


def test_any_table_written_by_the_csv_module_comes_back() -> None:
    pick = random.Random(5)
    for _round in range(300):
        # Lines within a cell that have as many commas as a row are taken for rows.
        pieces = ["a", " ", pick.choice((",", "\n")), '"', "é", ";", "x y", "'", "12", "\t", "@"]
        table = [
            ["".join(pick.choices(pieces, k=pick.randint(0, 5))).strip(" ") for _column in range(4)]
            for _row in range(6)
        ]
        table[0] = ["Company", "City", "E-mail", "Notes"]
        out = io.StringIO()
        csv.writer(out, quoting=pick.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])).writerows(table)
        assert rows(out.getvalue()) == table, table


def test_a_quotation_mark_anywhere_loses_no_row() -> None:
    pick = random.Random(11)
    for size in (2, 3, 20, 84, 300):
        for _round in range(30):
            lines = [f"Firm {n} Inc.,City {n},f{n}@f.ca,note {n}" for n in range(size)]
            for _mark in range(pick.choice((1, 1, 2, 3))):
                where = pick.randrange(size)
                place = pick.randrange(len(lines[where]) + 1)
                lines[where] = lines[where][:place] + '"' + lines[where][place:]
            try:
                found = rows(HEAD + "\n".join(lines) + "\n")
            except UserError:
                continue
            assert len(found) == size + 1, lines


@pytest.mark.parametrize(
    "cell",
    ["Branches:\nBranch A, Bob Roe, b@a.ca, Calgary\nBranch B, Tim Poe, t@a.ca, Laval", "tea\ncups, plates, 12, forks"],
)
def test_lines_of_a_cell_with_commas_as_in_texts_are_no_rows(cell: str) -> None:
    text = f'Company,Contact,Email,Notes\nAcme,Jane Doe,j@a.ca,"{cell}"\nBois,Luc Roy,l@b.ca,ok\n'
    assert rows(text)[1] == ["Acme", "Jane Doe", "j@a.ca", cell]
    assert stray(text) == []


def test_a_line_of_other_shapes_than_the_rows_is_part_of_a_cell() -> None:
    head, good = "Name,Year,City,Notes\n", "Bois,1998,Laval,x\n"
    text = head + good * 5 + 'Orme,2001,Laval,"see\nred,green,blue,white"\n' + good
    assert rows(text)[6][3] == "see\nred,green,blue,white"
