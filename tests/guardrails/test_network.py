"""Nothing reaches for the network from import to exit, and the process ends without delay."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

BLOCK = """
import socket, sys, time
def refuse(*a, **k):
    sys.stdout.write('NETWORK '); raise OSError('no network')
for name in ('getaddrinfo', 'gethostbyname', 'create_connection'):
    setattr(socket, name, refuse)
socket.socket.connect = refuse; socket.socket.connect_ex = refuse; socket.socket.sendto = refuse
"""
GUARD = """
from leukchat.guardrails.guard import GuardrailsGuard
from leukchat.safety.rules import Context
print(GuardrailsGuard().check('output', 'Take 400 mg of imatinib daily.', Context()).action.value)
print(time.time())
"""
CHAIN = """
from leukchat.assistant import Assistant
from leukchat.settings import load_settings
a = Assistant(load_settings()); a.warm()
print(a.ask('My name is Maria Lopez, +44 20 7946 0958. What is CML?').status.value)
print(time.time())
"""


@pytest.mark.parametrize(("code", "said"), [(GUARD, "block"), (CHAIN, "answered")], ids=["guard", "whole chain"])
def test_no_network_from_import_to_exit_and_no_delay(code: str, said: str) -> None:
    result = subprocess.run([sys.executable, "-c", BLOCK + code], capture_output=True, text=True, check=True, timeout=180)
    ended = time.time()
    assert result.stdout.split()[0] == said, result.stdout
    assert ended - float(result.stdout.split()[-1]) < 3.0
