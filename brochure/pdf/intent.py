"""The output intent: for which printing condition the inks were mixed, with its ICC profile (ISO 15930-7,
6.2.2).
"""

from hashlib import sha256
from typing import Any

from brochure.diagnostics import BrochureError, MachineError, Words, error
from brochure.layout.condition import PressCondition
from brochure.pdf.document import Array, Dictionary, PressDocument, Text


def output_intent(document: PressDocument, condition: PressCondition) -> Any:
    """The array of the one GTS_PDFX intent of *condition*."""
    profile = read_profile(condition)
    document.sign(condition.icc_digest, condition.registered_name, condition.registry, condition.description)
    intent = Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": Text(condition.registered_name),
            "OutputCondition": Text(condition.description),
            "RegistryName": Text(condition.registry),
            "Info": Text(condition.description),
            "DestOutputProfile": document.stream(profile, {"N": 4}),
        }
    )
    return Array([document.Reference(intent)])


def read_profile(condition: PressCondition) -> bytes:
    """The bytes of *condition*'s profile.

    Raises `MachineError` when the file cannot be read, `BrochureError` when it is not the one whose
    sha256 is recorded or no output profile for four inks (ICC.1:2010, 7.2: class ``prtr``, space
    ``CMYK``, version 2 or 4).
    """
    file = condition.icc.name
    try:
        profile = condition.icc.read_bytes()
    except OSError as fault:
        told = Words(
            f"cannot read the ICC profile {file}: {fault.strerror}",
            f"无法读取 ICC 特性文件 {file}：{fault.strerror}",
        )
        raise MachineError([error("pdf/profile-unreadable", told)]) from fault
    if sha256(profile).hexdigest() != condition.icc_digest:
        told = Words(
            f"{file} is not the profile recorded for the press condition {condition.name}",
            f"{file} 与印刷条件 {condition.name} 所记的特性文件不符",
        )
        hint = Words(
            "restore the file, or record its sha256 as icc-digest",
            "请还原该文件，或把它的 sha256 记入 icc-digest",
        )
        raise BrochureError([error("pdf/profile-changed", told, suggestion=hint)])
    if profile[12:20] != b"prtrCMYK" or profile[36:40] != b"acsp" or profile[8] not in (2, 4):
        told = Words(
            f"{file} is not an output profile for four inks",
            f"{file} 不是四色印刷的输出特性文件（prtr / CMYK）",
        )
        raise BrochureError([error("pdf/profile-not-cmyk", told)])
    return profile
