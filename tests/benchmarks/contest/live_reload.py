"""A browser's part of LiveReload: told over a WebSocket to load the page again (RFC 6455, LiveReload 7)."""

from __future__ import annotations

import json
import socket
import struct
from http.client import HTTPConnection

HOST = "127.0.0.1"
PROTOCOL = "http://livereload.com/protocols/official-7"
_TEXT, _PING, _PONG = 0x1, 0x9, 0xA


class LiveReload:
    """An open connection to a preview server."""

    def __init__(self, port: int, patience: float) -> None:
        self._socket = socket.create_connection((HOST, port), timeout=patience)
        self._stream = self._socket.makefile("rb")
        asked = (
            f"GET /livereload HTTP/1.1\r\nHost: {HOST}:{port}\r\nOrigin: http://{HOST}:{port}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )
        self._socket.sendall(asked.encode())
        answer = self._stream.readline()
        if b" 101 " not in answer:
            raise ConnectionError(f"The server has no LiveReload: {answer.decode().strip()}")
        while self._stream.readline().strip():
            pass
        self._say({"command": "hello", "protocols": [PROTOCOL]})
        self._say({"command": "info", "url": f"http://{HOST}:{port}/", "plugins": {}})

    def wait(self) -> None:
        """Returns when the server asks to load the page again; raises TimeoutError when it never does."""
        while True:
            kind, said = self._hear()
            if kind == _PING:
                self._send(_PONG, said)
            elif kind == _TEXT and json.loads(said).get("command") == "reload":
                return

    def close(self) -> None:
        """Hangs up."""
        self._stream.close()
        self._socket.close()

    def _say(self, command: dict[str, object]) -> None:
        self._send(_TEXT, json.dumps(command).encode())

    def _send(self, kind: int, said: bytes) -> None:
        """A frame; browsers mask theirs, and a mask of zeros is one."""
        length = bytes([0x80 | len(said)]) if len(said) < 126 else b"\xfe" + struct.pack(">H", len(said))
        self._socket.sendall(bytes([0x80 | kind]) + length + bytes(4) + said)

    def _hear(self) -> tuple[int, bytes]:
        first, length = self._read(2)
        length &= 0x7F
        if length >= 126:
            wide = 2 if length == 126 else 8
            length = int.from_bytes(self._read(wide), "big")
        return first & 0x0F, self._read(length)

    def _read(self, count: int) -> bytes:
        found = self._stream.read(count)
        if len(found) < count:
            raise ConnectionError("The preview server has hung up.")
        return found


def page(port: int, address: str, patience: float) -> str:
    """A page as the server has it now; nothing where it has none."""
    connection = HTTPConnection(HOST, port, timeout=patience)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.read().decode() if answer.status == 200 else ""
    except ConnectionError:
        return ""
    finally:
        connection.close()
