"""Draws the evidence of resources/samples again. Everything in it is invented; the same release gives the same bytes.

The one file it leaves alone is the HEIC photograph, made once as resources/samples/README.md says.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from samples import accounts, degree, employer, family, identity, register, tax, work

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
PAPERS: Mapping[str, Callable[[], bytes]] = {
    "a-income/evidence/photo-applicant.jpg": partial(identity.photo, identity.CHAN.look),
    "a-income/evidence/tax-record-2025.pdf": tax.tax_record,
    "a-income/evidence/bonus-statement-2025.pdf": employer.bonus_statement,
    "a-income/evidence/stock-options.pdf": employer.stock_options,
    "a-income/evidence/accounts-2025.pdf": accounts.accounts,
    "a-income/evidence/share-register.pdf": register.share_register,
    "a-income/evidence/employer-letter.pdf": employer.employer_letter,
    "a-income/evidence/photo-spouse.jpg": partial(identity.photo, identity.ERIKA.look),
    "a-income/evidence/passport-spouse.jpg": partial(identity.passport_scan, identity.ERIKA, 51),
    "a-income/evidence/marriage-certificate-de.pdf": family.marriage_certificate,
    "a-income/evidence/marriage-certificate-en.pdf": family.marriage_translation,
    "a-income/evidence/photo-child.jpg": partial(identity.photo, identity.LENA.look),
    "a-income/evidence/passport-child.pdf": partial(identity.passport_pdf, identity.LENA, 61),
    "a-income/evidence/birth-certificate.pdf": family.birth_certificate,
    "b-degree/evidence/photo.jpg": partial(identity.photo, identity.GAN),
    "b-degree/evidence/identity-card.jpg": identity.identity_card,
    "b-degree/evidence/degree-certificate.jpg": degree.degree_certificate,
    "b-degree/evidence/transcript.png": degree.transcript,
    "b-degree/evidence/verification-report.pdf": degree.verification_report,
    "b-degree/evidence/leaving-certificate.tif": work.leaving_certificate,
    "b-degree/evidence/employment-certificate.pdf": work.employment_certificate,
    "b-degree/evidence/consent-letter.pdf": work.consent_letter,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=SAMPLES)
    parser.add_argument("--only", default="", help="papers with this word in their name")
    parser.add_argument("--heic-source", type=Path, help="write the picture behind the HEIC as PNG and stop")
    args = parser.parse_args()
    if args.heic_source:
        args.heic_source.write_bytes(identity.heic_source())
        return
    for name, draw in PAPERS.items():
        if args.only in name:
            path = args.into / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(draw())
            print(f"{name:55}{path.stat().st_size:>9,}")


if __name__ == "__main__":
    main()
