package org.certassist.keys.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.BERTags;

/// Text as CAs really encode it: an ASN.1 string of any type, tagged, wrapped in octet strings, in
/// a sequence, or bare bytes; in UTF-8, UTF-16 or GBK whatever the string type claims.
final class LenientText {
  private static final int DEEPEST = 5;
  private static final int MOST = 50;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private LenientText() {}

  /// Every text in an extension's value, in order.
  static List<String> all(byte[] value) {
    List<String> found = new ArrayList<>();
    fromBytes(value, 0, found);
    return found;
  }

  /// A name's value; where it holds several texts or none, what can be read, put together.
  static String of(ASN1Primitive value) {
    List<String> found = new ArrayList<>();
    fromObject(value, 0, found);
    return String.join(" ", found);
  }

  private static void fromBytes(byte[] bytes, int depth, List<String> found) {
    Optional<ASN1Primitive> object =
        depth >= DEEPEST
            ? Optional.empty()
            : Decoding.attempt(() -> ASN1Primitive.fromByteArray(bytes));
    int before = found.size();
    object.ifPresent(readable -> fromObject(readable, depth, found));
    if (found.size() == before) {
      decode(bytes).filter(LenientText::isPrintable).ifPresent(found::add);
    }
  }

  private static void fromObject(ASN1Primitive object, int depth, List<String> found) {
    if (depth > DEEPEST || found.size() >= MOST) {
      return;
    }
    switch (object) {
      case ASN1BMPString wide -> found.add(wide(wide.getString()));
      case ASN1UniversalString widest ->
          strictly(widest.getOctets(), StandardCharsets.UTF_32BE).ifPresent(found::add);
      case ASN1OctetString octets -> fromBytes(octets.getOctets(), depth + 1, found);
      case ASN1Sequence parts ->
          parts.forEach(part -> fromObject(part.toASN1Primitive(), depth + 1, found));
      case ASN1Set parts ->
          parts.forEach(part -> fromObject(part.toASN1Primitive(), depth + 1, found));
      case ASN1TaggedObject tagged -> fromTagged(tagged, depth, found);
      case ASN1Primitive string when string instanceof ASN1String ->
          Decoding.attempt(() -> contents(string))
              .flatMap(LenientText::decode)
              .ifPresent(found::add);
      default -> {}
    }
  }

  /// Explicit: an object inside. Implicit: the bytes of a string whose type is not said.
  private static void fromTagged(ASN1TaggedObject tagged, int depth, List<String> found) {
    int before = found.size();
    if (tagged.isExplicit()) {
      Decoding.attempt(() -> tagged.getExplicitBaseObject().toASN1Primitive())
          .ifPresent(inner -> fromObject(inner, depth + 1, found));
    }
    if (found.size() == before) {
      Decoding.attempt(() -> tagged.getBaseUniversal(false, BERTags.OCTET_STRING))
          .ifPresent(octets -> fromBytes(((ASN1OctetString) octets).getOctets(), depth + 1, found));
    }
  }

  /// The bytes of a primitive, without its tag and length.
  private static byte[] contents(ASN1Primitive primitive) throws IOException {
    ByteBuffer der = ByteBuffer.wrap(primitive.getEncoded(ASN1Encoding.DER));
    der.get();
    int length = der.get() & 0xff;
    if (length > 0x80) {
      der.position(der.position() + length - 0x80);
    }
    byte[] contents = new byte[der.remaining()];
    der.get(contents);
    return contents;
  }

  /// GBK bytes that claim to be UTF-16 look like Korean, private or broken characters and nothing
  /// else.
  private static String wide(String claimed) {
    boolean odd =
        !claimed.isEmpty()
            && claimed.chars().noneMatch(c -> c < 0x80 || Character.isIdeographic(c))
            && claimed.chars().allMatch(LenientText::isGbkPair);
    return odd
        ? strictly(claimed.getBytes(StandardCharsets.UTF_16BE), GB18030).orElse(claimed)
        : claimed;
  }

  private static boolean isGbkPair(int c) {
    int second = c & 0xff;
    return c >= 0xB000 && c <= 0xF7FF && second >= 0xA1 && second <= 0xFE;
  }

  private static Optional<String> decode(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8).or(() -> strictly(bytes, GB18030));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean isPrintable(String text) {
    return !text.isBlank()
        && text.codePoints().noneMatch(c -> Character.isISOControl(c) || !Character.isDefined(c));
  }
}
