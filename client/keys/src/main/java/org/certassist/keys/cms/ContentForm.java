package org.certassist.keys.cms;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.certassist.core.signature.Sm2Form;

/// The outer form of signed data: CMS (RFC 5652, which PKCS#7 became) or GM/T 0010, which has the
/// same structure under identifiers of its own.
enum ContentForm {
  CMS(CMSObjectIdentifiers.signedData, CMSObjectIdentifiers.data),
  GMT_0010(GMObjectIdentifiers.sm2_pkcs7_signedData, GMObjectIdentifiers.sm2_pkcs7_data);

  @SuppressWarnings("ImmutableEnumChecker") // an identifier is
  private final ASN1ObjectIdentifier signedData;

  @SuppressWarnings("ImmutableEnumChecker") // an identifier is
  private final ASN1ObjectIdentifier data;

  ContentForm(ASN1ObjectIdentifier signedData, ASN1ObjectIdentifier data) {
    this.signedData = signedData;
    this.data = data;
  }

  /// Empty where the outer content type is no signed data.
  static Optional<ContentForm> of(ASN1ObjectIdentifier signedData) {
    return Arrays.stream(values()).filter(form -> form.signedData.equals(signedData)).findFirst();
  }

  /// The form we sign in; GM/T 0010 is for SM2 alone.
  static ContentForm toSignIn(CmsAlgorithm algorithm, Sm2Form form) {
    return switch (algorithm.key()) {
      case SM2 ->
          switch (form) {
            case CMS -> CMS;
            case GMT_0010 -> GMT_0010;
          };
      case RSA, EC, OTHER -> CMS;
    };
  }

  ASN1ObjectIdentifier signedData() {
    return signedData;
  }

  ASN1ObjectIdentifier data() {
    return data;
  }
}
