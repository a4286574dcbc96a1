"""A key host that is not written in Java: one token with one RSA key, made from
docs/bridge-protocol.md alone. It is the proof that the page is enough.

FOREIGN_CERTIFICATE  the certificate, DER
FOREIGN_KEY          two lines, "modulus HEX" and "exponent HEX" of its private key
FOREIGN_TOKEN        what the token remembers over the hosts' lives: two lines, "user" and
                     "admin", each with the tries left and the SHA-256 of the PIN
"""

import hashlib
import os
import queue
import sys
import threading

VERSION = 1
SHORTEST, LONGEST = 6, 1_048_576
MESSAGE_MOST = 65_536
MODULE_HEAD = b"foreign token\n"
PIN_FEWEST, PIN_MOST = 4, 16
TRIES = 3

CRYPTOKI, SOFTKEY = 1, 2
RSA_SHA256, ECDSA_SHA256 = 1, 2
CKM_RSA_PKCS = 1
ENGINE_CRYPTOKI = 2
MATCH_YES = 1
STATE_UNKNOWN, STATE_OK, STATE_TRIED, STATE_LAST, STATE_LOCKED = range(5)
STATE_OF_TRIES = {3: STATE_OK, 2: STATE_TRIED, 1: STATE_LAST, 0: STATE_LOCKED}

UNKNOWN_REQUEST, MALFORMED, FRAME_TOO_LARGE, VERSION_UNSUPPORTED, NOT_OPEN, ALREADY_OPEN = range(1, 7)
MODULE_NOT_FOUND, MODULE_NOT_LOADABLE, NOT_A_MODULE = range(10, 13)
TOKEN_ABSENT, CERTIFICATE_ABSENT = 20, 23
PIN_WRONG, PIN_LOCKED, PIN_LAST_TRY, PIN_UNUSABLE = range(30, 34)
NOT_LOGGED_IN, NEW_PIN_UNUSABLE = 36, 38
ALGORITHM_UNSUPPORTED, NOT_SUPPORTED = 40, 41
PROVISIONING_OFF, INTERNAL = 50, 70

WELCOME, OPENED, TOKENS, DONE, LOGGED_IN, SIGNED, PIN_STATE, MECHANISMS, PRESENT = range(0x8001, 0x800A)
FAILED = 0x80FF

# DER of DigestInfo for SHA-256 up to the hash itself (RFC 8017, 9.2, note 1)
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


class Fault(Exception):
    """The answer `failed`."""

    def __init__(self, code, state=STATE_UNKNOWN, detail=""):
        super().__init__(code)
        self.code, self.state, self.detail = code, state, detail


# ---- fields ---------------------------------------------------------------------------------


class Fields:
    """The payload of one request, read from front to end."""

    def __init__(self, payload):
        self.rest = payload

    def take(self, count):
        if count > len(self.rest):
            raise Fault(MALFORMED, detail="too short")
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def number(self, size):
        return int.from_bytes(self.take(size), "big")

    def end(self):
        if self.rest:
            raise Fault(MALFORMED, detail="too long")


def u8(fields):
    return fields.number(1)


def u16(fields):
    return fields.number(2)


def word(*known):
    def read(fields):
        number = fields.number(1)
        if number not in known:
            raise Fault(MALFORMED, detail="unknown word")
        return number

    return read


def u64(fields):
    return fields.number(8)


def boolean(fields):
    return word(0, 1)(fields) == 1


def octets(fields):
    """`bytes`, `secret` and `padding`: a view into the frame, so that wiping the frame wipes it."""
    return fields.take(fields.number(4))


def message(fields):
    read = octets(fields)
    if len(read) > MESSAGE_MOST:
        raise Fault(MALFORMED, detail="message too long")
    return read


def text(fields):
    try:
        return str(octets(fields), "utf-8")
    except UnicodeDecodeError:
        raise Fault(MALFORMED, detail="not UTF-8") from None


def token(fields):
    return text(fields), text(fields), text(fields)


def put(number, size):
    return number.to_bytes(size, "big")


def put_bytes(value):
    return put(len(value), 4) + value


def put_text(value):
    return put_bytes(value.encode("utf-8"))


def put_list(views):
    return put(len(views), 2) + b"".join(views)


def wipe(frame):
    frame[:] = bytes(len(frame))


# ---- the token ------------------------------------------------------------------------------


def fits(pin):
    return PIN_FEWEST <= len(pin) <= PIN_MOST


class Pin:
    """A PIN with its counter, kept in the token's file."""

    def __init__(self, memory, name):
        self.memory, self.name = memory, name

    def state(self):
        return STATE_OF_TRIES[self.memory.read()[self.name][0]]

    def refuse_unless_worth_trying(self, pin, last_confirmed):
        state = self.state()
        if state == STATE_LOCKED:
            raise Fault(PIN_LOCKED, state)
        if state == STATE_LAST and not last_confirmed:
            raise Fault(PIN_LAST_TRY, state)
        if not fits(pin):
            raise Fault(PIN_UNUSABLE, state)

    def check(self, pin):
        """The one try."""
        tries, right = self.memory.read()[self.name]
        if hashlib.sha256(pin).hexdigest() == right:
            self.memory.write(self.name, TRIES, right)
        else:
            self.memory.write(self.name, tries - 1, right)
            raise Fault(PIN_WRONG, self.state())

    def set(self, pin):
        self.memory.write(self.name, TRIES, hashlib.sha256(pin).hexdigest())


class Memory:
    """The token's file; replaced as a whole, so that a killed host leaves the old or the new."""

    def __init__(self, path):
        self.path = path

    def read(self):
        with open(self.path, encoding="ascii") as lines:
            entries = [line.split() for line in lines]
        return {name: (int(tries), right) for name, tries, right in entries}

    def write(self, name, tries, right):
        entries = {**self.read(), name: (tries, right)}
        fresh = self.path + ".new"
        with open(fresh, "w", encoding="ascii") as file:
            for each, (left, hashed) in entries.items():
                file.write(f"{each} {left} {hashed}\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self.path)


class Token:
    IDENTITY = ("Foreign Host", "Python", "0001")
    LABEL = "外来令牌"
    KEY_ID = b"\x01"

    def __init__(self, environment):
        with open(environment["FOREIGN_CERTIFICATE"], "rb") as file:
            self.certificate = file.read()
        with open(environment["FOREIGN_KEY"], encoding="ascii") as lines:
            key = dict(line.split() for line in lines)
        self.modulus, self.exponent = int(key["modulus"], 16), int(key["exponent"], 16)
        memory = Memory(environment["FOREIGN_TOKEN"])
        self.user, self.admin = Pin(memory, "user"), Pin(memory, "admin")
        self.logged_in = False

    def view(self):
        certificate = (
            put_bytes(self.certificate)
            + put_bytes(self.KEY_ID)
            + put_text("signing")
            + put(MATCH_YES, 1)
        )
        return (
            b"".join(put_text(part) for part in self.IDENTITY)
            + put_text(self.LABEL)
            + put(0, 8)  # slot
            + put(0, 8)  # flags
            + put(1, 1)  # initialized
            + put(0, 1)  # PIN pad
            + put(self.user.state(), 1)
            + put(self.admin.state(), 1)
            + put(PIN_FEWEST, 4)
            + put(PIN_MOST, 4)
            + put_list([certificate])
        )

    def find(self, identity):
        if identity != self.IDENTITY:
            raise Fault(TOKEN_ABSENT)

    def refuse_unless_held(self, digest):
        if digest != hashlib.sha256(self.certificate).digest():
            raise Fault(CERTIFICATE_ABSENT)

    def find_for_pin_work(self, identity, digest):
        self.find(identity)
        self.logged_in = False
        if digest:
            self.refuse_unless_held(digest)

    def login(self, pin, last_confirmed):
        self.user.refuse_unless_worth_trying(pin, last_confirmed)
        self.user.check(pin)
        self.logged_in = True

    def renew(self, in_force, tried, new, last_confirmed):
        in_force.refuse_unless_worth_trying(tried, last_confirmed)
        if not fits(new):
            raise Fault(NEW_PIN_UNUSABLE, in_force.state())
        in_force.check(tried)
        self.user.set(new)

    def sign(self, content):
        return self.sign_input(DIGEST_INFO + hashlib.sha256(content).digest())

    def sign_input(self, content):
        size = (self.modulus.bit_length() + 7) // 8
        tail = b"\x00" + content
        block = b"\x00\x01" + b"\xff" * (size - 2 - len(tail)) + tail
        return put(pow(int.from_bytes(block, "big"), self.exponent, self.modulus), size)


# ---- the requests ---------------------------------------------------------------------------


class Host:
    def __init__(self, provisioning, environment):
        self.provisioning, self.environment = provisioning, environment
        self.token = None

    def answer(self, kind, payload):
        """The answer's type and payload."""
        try:
            if kind not in REQUESTS:
                raise Fault(UNKNOWN_REQUEST)
            needs_open, reads, does = REQUESTS[kind]
            fields = Fields(payload)
            values = [read(fields) for read in reads]
            fields.end()
            if kind >= 0x0101 and not self.provisioning:
                raise Fault(PROVISIONING_OFF)
            if needs_open and self.token is None:
                raise Fault(NOT_OPEN)
            return does(self, *values)
        except Fault as fault:
            return FAILED, failure(fault)
        except Exception as unforeseen:
            return FAILED, failure(Fault(INTERNAL, detail=type(unforeseen).__name__))

    def hello(self, version):
        if version != VERSION:
            raise Fault(VERSION_UNSUPPORTED)
        return WELCOME, put(VERSION, 2) + put(self.provisioning, 1)

    def open(self, kind, path, arguments=""):
        if self.token is not None:
            raise Fault(ALREADY_OPEN)
        if kind != CRYPTOKI:
            raise Fault(NOT_SUPPORTED)
        if not os.path.isabs(path) or not os.path.isfile(path):
            raise Fault(MODULE_NOT_FOUND)
        with open(path, "rb") as file:
            if file.read(len(MODULE_HEAD)) != MODULE_HEAD:
                raise Fault(NOT_A_MODULE)
        if arguments:
            raise Fault(NOT_SUPPORTED, detail="this module reads no arguments")
        try:
            self.token = Token(self.environment)
        except (OSError, KeyError, ValueError) as cause:
            raise Fault(MODULE_NOT_LOADABLE, detail=type(cause).__name__) from None
        return OPENED, put_text("Foreign Host") + put_text("a host in Python") + put(1, 1) + put(0, 1)

    def tokens(self):
        return TOKENS, put_list([self.token.view()])

    def present(self):
        return PRESENT, put_list([b"".join(put_text(part) for part in self.token.IDENTITY)])

    def login(self, identity, digest, pin, last_confirmed, _padding):
        self.token.find_for_pin_work(identity, digest)
        self.token.login(pin, last_confirmed)
        return LOGGED_IN, put(0, 1)

    def logout(self, identity):
        if identity == self.token.IDENTITY:
            self.token.logged_in = False
        return DONE, b""

    def refuse_unless_open(self, identity):
        if identity != self.token.IDENTITY or not self.token.logged_in:
            raise Fault(NOT_LOGGED_IN)

    def sign(self, identity, digest, algorithm, content, _pin, _padding):
        self.refuse_unless_open(identity)
        self.token.refuse_unless_held(digest)
        if algorithm != RSA_SHA256:
            raise Fault(ALGORITHM_UNSUPPORTED)
        return SIGNED, put_bytes(self.token.sign(content)) + put(ENGINE_CRYPTOKI, 1)

    def sign_by_mechanism(self, identity, digest, mechanism, content, _pin, _padding):
        self.refuse_unless_open(identity)
        self.token.refuse_unless_held(digest)
        if mechanism != CKM_RSA_PKCS:
            raise Fault(ALGORITHM_UNSUPPORTED)
        return SIGNED, put_bytes(self.token.sign_input(content)) + put(ENGINE_CRYPTOKI, 1)

    def mechanisms(self, identity, _digest):
        self.refuse_unless_open(identity)
        return MECHANISMS, put_list([put(CKM_RSA_PKCS, 8)])

    def pin_state(self, identity):
        self.token.find(identity)
        return PIN_STATE, put(self.token.user.state(), 1)

    def change(self, identity, digest, pin, new, last_confirmed, _padding):
        self.token.find_for_pin_work(identity, digest)
        self.token.renew(self.token.user, pin, new, last_confirmed)
        return DONE, b""

    def unblock(self, identity, digest, pin, new, last_confirmed, _padding):
        self.token.find_for_pin_work(identity, digest)
        self.token.renew(self.token.admin, pin, new, last_confirmed)
        return DONE, b""

    def provision(self, *_values):
        raise Fault(NOT_SUPPORTED)


def failure(fault):
    return put(fault.code, 1) + put_text("") + put(0, 8) + put(fault.state, 1) + put_text(fault.detail)


PIN_WORK = (token, octets, octets, octets, boolean, octets)

# type: (only when open, the fields, what to do)
REQUESTS = {
    0x0001: (False, (u16,), Host.hello),
    0x0002: (False, (word(CRYPTOKI, SOFTKEY), text), Host.open),
    0x0003: (True, (), Host.tokens),
    0x0004: (True, (token, octets, octets, boolean, octets), Host.login),
    0x0005: (True, (token,), Host.logout),
    0x0006: (True, (token, octets, word(RSA_SHA256, ECDSA_SHA256), message, octets, octets), Host.sign),
    0x0007: (True, (token,), Host.pin_state),
    0x0008: (True, PIN_WORK, Host.change),
    0x0009: (True, PIN_WORK, Host.unblock),
    0x000A: (True, (token, octets, u64, message, octets, octets), Host.sign_by_mechanism),
    0x000B: (True, (token, octets), Host.mechanisms),
    0x000C: (True, (), Host.present),
    0x000D: (False, (word(CRYPTOKI, SOFTKEY), text, text), Host.open),
    0x0101: (True, (text, octets, octets, octets), Host.provision),
    0x0102: (True, (token, word(1, 2), text), Host.provision),
    0x0103: (True, (token, octets, text, octets), Host.provision),
}


# ---- the line -------------------------------------------------------------------------------


def read_exactly(descriptor, count):
    """That many bytes in a buffer that can be wiped, or None at the end of the input."""
    frame = bytearray(count)
    view = memoryview(frame)
    while view:
        got = os.readv(descriptor, [view])
        if got == 0:
            return None
        view = view[got:]
    return frame


def write_all(descriptor, frame):
    while frame:
        frame = frame[os.write(descriptor, frame) :]


def write_answer(descriptor, request, kind, payload):
    write_all(descriptor, put(6 + len(payload), 4) + put(request, 4) + put(kind, 2) + payload)


def serve(host, requests, output):
    """Answers what was read, one after the other."""
    while True:
        frame = requests.get()
        view = memoryview(frame)
        kind, payload = host.answer(int.from_bytes(view[4:6], "big"), view[6:])
        write_answer(output, int.from_bytes(view[0:4], "big"), kind, payload)
        wipe(frame)


def serve_or_end(host, requests, output):
    try:
        serve(host, requests, output)
    finally:
        os._exit(1)  # nobody takes the answers any more


def main():
    output = os.dup(1)
    os.dup2(2, 1)
    host = Host("--provisioning" in sys.argv[1:], os.environ)
    requests = queue.Queue()
    threading.Thread(target=serve_or_end, args=(host, requests, output), daemon=True).start()
    while True:
        head = read_exactly(0, 4)
        if head is None:
            os._exit(0)
        length = int.from_bytes(head, "big")
        if not SHORTEST <= length <= LONGEST:
            write_answer(output, 0, FAILED, failure(Fault(FRAME_TOO_LARGE)))
            os._exit(1)
        frame = read_exactly(0, length)
        if frame is None:
            os._exit(0)
        requests.put(frame)


if __name__ == "__main__":
    main()
