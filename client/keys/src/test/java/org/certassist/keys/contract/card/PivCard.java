package org.certassist.keys.contract.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// A PIV card: NIST SP 800-73-4 Part 2 as far as OpenSC's driver asks for it.
///
/// It keeps its PIN counters when it is pulled out, as a card does, and forgets who has proved to
/// know the PIN. Commands come from one reader's thread; counters may be read from any.
public final class PivCard {
  /// As PIV cards leave the factory: three tries for either.
  private static final int TRIES = 3;

  private static final int PIN = 0x80;
  private static final int PUK = 0x81;
  private static final int ANSWER_AT_ONCE = 256;

  private final Map<PivSlot, PivKey> keys;
  private final PivObjects objects;
  private final Reference pin;
  private final Reference puk;
  private final ByteArrayOutputStream chain = new ByteArrayOutputStream();
  private byte[] pending = {};
  private boolean justVerified;
  private int commands;
  private int signatures;

  /// @param guid sixteen bytes that tell this card from every other
  /// @param pin six to eight digits
  /// @param puk eight characters
  public PivCard(byte[] guid, String pin, String puk, Map<PivSlot, PivKey> keys) {
    this.keys = Map.copyOf(keys);
    this.objects = new PivObjects(guid, keys);
    this.pin = new Reference(padded(pin), TRIES);
    this.puk = new Reference(padded(puk), TRIES);
  }

  private static byte[] padded(String text) {
    byte[] value = new byte[Reference.LENGTH];
    Arrays.fill(value, (byte) 0xff);
    byte[] characters = text.getBytes(US_ASCII);
    System.arraycopy(characters, 0, value, 0, characters.length);
    return value;
  }

  public synchronized PivKey key(PivSlot slot) {
    PivKey key = keys.get(slot);
    if (key == null) {
      throw new IllegalArgumentException("no key in " + slot);
    }
    return key;
  }

  /// How often a PIN was compared, right or wrong.
  public synchronized int pinsCompared() {
    return pin.compared();
  }

  /// Whether the right PIN was given since the card got power: then it signs for everybody.
  public synchronized boolean pinProven() {
    return pin.verified();
  }

  public synchronized int pinTriesLeft() {
    return pin.left();
  }

  /// How many commands came, parts of a chain counted singly.
  public synchronized int commands() {
    return commands;
  }

  public synchronized int signatures() {
    return signatures;
  }

  /// Makes the PIN so, with all its tries.
  public synchronized void setPin(String fresh) {
    pin.set(padded(fresh));
    pin.forget();
  }

  /// The reader switched the card off or on.
  synchronized void reset() {
    pin.forget();
    puk.forget();
    justVerified = false;
    pending = new byte[0];
    chain.reset();
  }

  /// Answers one command: data, then the status word.
  synchronized byte[] transmit(Command command) {
    commands++;
    if (command.moreFollows()) {
      chain.writeBytes(command.data());
      return StatusWord.OK.bytes();
    }
    chain.writeBytes(command.data());
    Command whole = command.with(chain.toByteArray());
    chain.reset();
    byte[] answer = answer(whole);
    justVerified = whole.instruction() == Instruction.VERIFY && pin.verified();
    return answer;
  }

  private byte[] answer(Command command) {
    return switch (command.instruction()) {
      case SELECT -> select(command);
      case GET_DATA -> getData(command);
      case GET_RESPONSE -> pending.length == 0 ? StatusWord.WRONG_LENGTH.bytes() : nextPart();
      case VERIFY -> verify(command);
      case CHANGE_REFERENCE_DATA -> changeReferenceData(command);
      case RESET_RETRY_COUNTER -> resetRetryCounter(command);
      case GENERAL_AUTHENTICATE -> generalAuthenticate(command);
      case OTHER -> StatusWord.UNKNOWN_INSTRUCTION.bytes();
    };
  }

  /// Part 2 §3.1.1; the version at the end of the identifier may be left out.
  private byte[] select(Command command) {
    byte[] aid = command.data();
    boolean ours =
        aid.length >= 9
            && aid.length <= PivObjects.AID.length
            && Arrays.equals(aid, Arrays.copyOf(PivObjects.AID, aid.length));
    return ours ? given(PivObjects.properties()) : StatusWord.NOT_FOUND.bytes();
  }

  /// Part 2 §3.1.2.
  private byte[] getData(Command command) {
    byte[] tag = Tlv.read(command.data()).get(0x5c);
    if (tag == null) {
      return StatusWord.WRONG_DATA.bytes();
    }
    return objects.find(tag).map(this::given).orElseGet(StatusWord.NOT_FOUND::bytes);
  }

  /// Part 2 §3.2.1, Tables 11 and 12. P1 FF forgets the PIN.
  private byte[] verify(Command command) {
    if (command.p2() != PIN) {
      return StatusWord.KEY_NOT_FOUND.bytes();
    }
    if (command.p1() == 0xff) {
      pin.forget();
      return StatusWord.OK.bytes();
    }
    if (command.data().length == 0) {
      return pin.state();
    }
    return Reference.fits(command.data())
        ? pin.verify(command.data())
        : StatusWord.WRONG_DATA.bytes();
  }

  /// Part 2 §3.2.2: old value, new value.
  private byte[] changeReferenceData(Command command) {
    byte[] data = command.data();
    Optional<Reference> reference =
        switch (command.p2()) {
          case PIN -> Optional.of(pin);
          case PUK -> Optional.of(puk);
          default -> Optional.empty();
        };
    if (reference.isEmpty()) {
      return StatusWord.KEY_NOT_FOUND.bytes();
    }
    return provenThenSet(reference.get(), reference.get(), data);
  }

  /// Part 2 §3.2.3: PUK, new PIN.
  private byte[] resetRetryCounter(Command command) {
    return command.p2() == PIN
        ? provenThenSet(puk, pin, command.data())
        : StatusWord.KEY_NOT_FOUND.bytes();
  }

  private static byte[] provenThenSet(Reference proof, Reference target, byte[] data) {
    if (data.length != 2 * Reference.LENGTH) {
      return StatusWord.WRONG_DATA.bytes();
    }
    byte[] outcome = proof.verify(Arrays.copyOf(data, Reference.LENGTH));
    if (Arrays.equals(outcome, StatusWord.OK.bytes())) {
      target.set(Arrays.copyOfRange(data, Reference.LENGTH, data.length));
    }
    return outcome;
  }

  /// Part 2 §3.2.4 with Table 17: a challenge (81) to be answered (82) in a dynamic authentication
  /// template (7C). Part 1 Table 4b says what each key asks of the PIN.
  private byte[] generalAuthenticate(Command command) {
    Optional<PivSlot> slot = PivSlot.of(command.p2());
    PivKey key = slot.map(keys::get).orElse(null);
    if (slot.isEmpty() || key == null || key.algorithm() != command.p1()) {
      return StatusWord.WRONG_PARAMETER.bytes();
    }
    boolean allowed =
        switch (slot.get()) {
          case AUTHENTICATION, KEY_MANAGEMENT -> pin.verified();
          case SIGNATURE -> justVerified;
          case CARD_AUTHENTICATION -> true;
        };
    if (!allowed) {
      return StatusWord.SECURITY_STATUS_NOT_SATISFIED.bytes();
    }
    byte[] template = Tlv.read(command.data()).get(0x7c);
    byte[] challenge = template == null ? null : Tlv.read(template).get(0x81);
    if (challenge == null) {
      return StatusWord.WRONG_DATA.bytes();
    }
    try {
      signatures++;
      return given(Tlv.of(0x7c, Tlv.of(0x82, key.answer(challenge))));
    } catch (GeneralSecurityException e) {
      return StatusWord.WRONG_DATA.bytes();
    }
  }

  private byte[] given(byte[] answer) {
    pending = answer;
    return nextPart();
  }

  /// What fits into one answer; the rest waits for GET RESPONSE (ISO/IEC 7816-4 §5.3.4).
  private byte[] nextPart() {
    int length = Math.min(ANSWER_AT_ONCE, pending.length);
    byte[] part = Arrays.copyOf(pending, length);
    pending = Arrays.copyOfRange(pending, length, pending.length);
    return Tlv.concat(
        part, pending.length == 0 ? StatusWord.OK.bytes() : StatusWord.moreBytes(pending.length));
  }
}
