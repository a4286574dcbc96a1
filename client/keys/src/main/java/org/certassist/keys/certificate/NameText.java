package org.certassist.keys.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// A distinguished name as text (RFC 4514), in which Chinese stays Chinese however it was encoded.
final class NameText {
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

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean first = i == 0 && (c == '#' || c == ' ');
      boolean last = i == value.length() - 1 && c == ' ';
      if (c < ' ' || c == 0x7f) {
        text.append(String.format("\\%02X", (int) c));
        continue;
      }
      if (first || last || "\",+;<>\\".indexOf(c) >= 0) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }
}
