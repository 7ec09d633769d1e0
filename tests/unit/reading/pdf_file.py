"""The smallest writer of PDFs: pages of lines in one font."""

from collections.abc import Sequence

_PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", trailer: str = "") -> bytes:
    """A PDF with a text layer of these lines; no lines make a page as a scan has it."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) /CreationDate (D:20230105120000Z) >>",
    ]
    for at, lines in enumerate(pages):
        objects.append(f"<< {_PAGE} /Contents {6 + 2 * at} 0 R >>")
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        body = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
        objects.append(f"<< /Length {len(body)} >>\nstream\n{body}\nendstream")
    return _file(objects, trailer)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    content = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Root 1 0 R /Info 4 0 R /Size {len(objects) + 1} {trailer} >>\n"
    return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode()
