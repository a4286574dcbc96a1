package org.certassist.keys.contract.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The data objects of a PIV card (NIST SP 800-73-4 Part 1, Tables 3 and 8 to 12).
final class PivObjects {
  /// The application's full identifier (Part 1 §2.2), version 01 00.
  static final byte[] AID = HexFormat.of().parseHex("a000000308000010000100");

  private static final int CARD_CAPABILITY_CONTAINER = 0x5fc107;
  private static final int CARD_HOLDER_UNIQUE_IDENTIFIER = 0x5fc102;
  private static final int DISCOVERY = 0x7e;
  private static final int DATA = 0x53;
  private static final int ERROR_DETECTION_CODE = 0xfe;

  private final Map<Integer, byte[]> objects = new HashMap<>();

  /// @param guid sixteen bytes that tell this card from every other
  PivObjects(byte[] guid, Map<PivSlot, PivKey> keys) {
    objects.put(CARD_CAPABILITY_CONTAINER, cardCapabilities(guid));
    objects.put(CARD_HOLDER_UNIQUE_IDENTIFIER, cardHolder(guid));
    objects.put(DISCOVERY, discovery());
    keys.forEach(
        (slot, key) -> objects.put(slot.certificateTag(), certificate(key.certificate().der())));
  }

  /// What GET DATA gives for a tag, as Part 2 Table 6 wraps it.
  Optional<byte[]> find(byte[] tag) {
    int number = 0;
    for (byte part : tag) {
      number = number << 8 | Byte.toUnsignedInt(part);
    }
    return Optional.ofNullable(objects.get(number));
  }

  /// The answer to SELECT: the application property template (Part 2, Table 3).
  static byte[] properties() {
    byte[] authority = Tlv.of(0x79, Tlv.of(0x4f, HexFormat.of().parseHex("a000000308")));
    return Tlv.of(0x61, Tlv.of(0x4f, HexFormat.of().parseHex("000010000100")), authority);
  }

  private static byte[] cardCapabilities(byte[] guid) {
    byte[] identifier =
        Tlv.concat(HexFormat.of().parseHex("a000000116"), guid); // Table 8: 21 bytes
    return Tlv.of(
        DATA,
        Tlv.of(0xf0, identifier),
        Tlv.of(0xf1, new byte[] {0x21}),
        Tlv.of(0xf2, new byte[] {0x21}),
        Tlv.of(0xf3),
        Tlv.of(0xf4, new byte[] {0x00}),
        Tlv.of(0xf5, new byte[] {0x10}),
        Tlv.of(0xf6),
        Tlv.of(0xf7),
        Tlv.of(0xfa),
        Tlv.of(0xfb),
        Tlv.of(0xfc),
        Tlv.of(0xfd),
        Tlv.of(ERROR_DETECTION_CODE));
  }

  /// Table 9, with a FASC-N of agency 9999: the card is known by its GUID.
  private static byte[] cardHolder(byte[] guid) {
    byte[] fascN = HexFormat.of().parseHex("d4e739da739ced39ce739d836858210842108421c84210c3eb");
    return Tlv.of(
        DATA,
        Tlv.of(0x30, fascN),
        Tlv.of(0x34, guid),
        Tlv.of(0x35, "20491231".getBytes(US_ASCII)),
        Tlv.of(0x3e),
        Tlv.of(ERROR_DETECTION_CODE));
  }

  /// Table 10 ff.: an uncompressed certificate.
  private static byte[] certificate(byte[] der) {
    return Tlv.of(
        DATA, Tlv.of(0x70, der), Tlv.of(0x71, new byte[] {0}), Tlv.of(ERROR_DETECTION_CODE));
  }

  /// §3.3.2: only the card's own PIN opens it.
  private static byte[] discovery() {
    return Tlv.of(DISCOVERY, Tlv.of(0x4f, AID), Tlv.of(0x5f2f, new byte[] {0x40, 0x00}));
  }
}
