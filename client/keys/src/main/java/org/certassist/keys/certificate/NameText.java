package org.certassist.keys.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// A distinguished name as text (RFC 4514), in which Chinese stays Chinese however it was encoded.
final class NameText {
  /// What is longer in a name is cut: it would fill a screen and say nothing.
  private static final int LONGEST = 500;

  private static final Map<ASN1ObjectIdentifier, String> TYPES =
      Map.ofEntries(
          Map.entry(BCStyle.CN, "CN"),
          Map.entry(BCStyle.O, "O"),
          Map.entry(BCStyle.OU, "OU"),
          Map.entry(BCStyle.C, "C"),
          Map.entry(BCStyle.ST, "ST"),
          Map.entry(BCStyle.L, "L"),
          Map.entry(BCStyle.STREET, "STREET"),
          Map.entry(BCStyle.DC, "DC"),
          Map.entry(BCStyle.UID, "UID"),
          Map.entry(BCStyle.SERIALNUMBER, "serialNumber"),
          Map.entry(BCStyle.SURNAME, "SN"),
          Map.entry(BCStyle.GIVENNAME, "givenName"),
          Map.entry(BCStyle.T, "title"),
          Map.entry(BCStyle.E, "emailAddress"),
          Map.entry(BCStyle.ORGANIZATION_IDENTIFIER, "organizationIdentifier"));

  private NameText() {}

  static String typeName(ASN1ObjectIdentifier type) {
    return TYPES.getOrDefault(type, type.getId());
  }

  static String of(X500Name name) {
    List<RDN> mostSpecificFirst = Arrays.asList(name.getRDNs()).reversed();
    return mostSpecificFirst.stream().map(NameText::of).collect(Collectors.joining(","));
  }

  private static String of(RDN parts) {
    return Arrays.stream(parts.getTypesAndValues())
        .map(NameText::of)
        .collect(Collectors.joining("+"));
  }

  private static String of(AttributeTypeAndValue part) {
    return typeName(part.getType())
        + "="
        + escaped(LenientText.of(part.getValue().toASN1Primitive()));
  }

  private static String escaped(String whole) {
    String value = cut(whole, LONGEST);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean first = i == 0 && (c == '#' || c == ' ');
      boolean last = i == value.length() - 1 && c == ' ';
      if (isUnseen(c)) {
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          text.append(String.format(Locale.ROOT, "\\%02X", octet));
        }
        continue;
      }
      if (first || last || "\",+;<>\\".indexOf(c) >= 0) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }

  /// A value by itself: cut, and with a mark for each character that could not be seen or would
  /// turn the direction of writing.
  static String shown(String value, int longest) {
    StringBuilder text = new StringBuilder();
    cut(value, longest).chars().forEach(c -> text.append(isUnseen((char) c) ? '\uFFFD' : (char) c));
    return text.toString();
  }

  private static String cut(String value, int longest) {
    return value.codePointCount(0, value.length()) <= longest
        ? value
        : value.substring(0, value.offsetByCodePoints(0, longest)) + "…";
  }

  /// Controls, format characters and the separators of lines and paragraphs.
  private static boolean isUnseen(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
