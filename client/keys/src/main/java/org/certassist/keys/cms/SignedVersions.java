package org.certassist.keys.cms;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/// The version numbers of signed data (RFC 5652 §5.1 and §5.3), which no signature covers: they
/// must be those of what they describe.
///
/// Also met, and let through: version 1 where 3 is due for a content that is not data, and a
/// version that does not count certificates or revocation of other kinds. In GM/T 0010 both are 1.
final class SignedVersions {
  // CertificateChoices and RevocationInfoChoice (RFC 5652 §10.2)
  private static final int ATTRIBUTE_CERTIFICATE_1 = 1;
  private static final int ATTRIBUTE_CERTIFICATE_2 = 2;
  private static final int OTHER_CERTIFICATE = 3;
  private static final int OTHER_REVOCATION = 1;

  private SignedVersions() {}

  static void require(ContentForm form, SignedData data, List<SignerInfo> signers)
      throws IOException {
    int highest = 1;
    for (SignerInfo signer : signers) {
      int due = signer.getSID().getId().toASN1Primitive() instanceof ASN1Sequence ? 1 : 3;
      demand(signer.getVersion().intValueExact() == due);
      highest = Math.max(highest, due);
    }
    int whole = data.getVersion().intValueExact();
    boolean ofData = data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data);
    if (form == ContentForm.GMT_0010) {
      demand(whole == 1);
      return;
    }
    int usual = ofData && highest == 1 ? 1 : 3;
    demand(whole == usual || whole == highest || whole == Math.max(usual, dueForKinds(data)));
  }

  private static int dueForKinds(SignedData data) {
    List<Integer> certificates = tags(data.getCertificates());
    if (certificates.contains(OTHER_CERTIFICATE)
        || tags(data.getCRLs()).contains(OTHER_REVOCATION)) {
      return 5;
    }
    if (certificates.contains(ATTRIBUTE_CERTIFICATE_2)) {
      return 4;
    }
    return certificates.contains(ATTRIBUTE_CERTIFICATE_1) ? 3 : 1;
  }

  /// Of those that are no usual certificates or lists.
  private static List<Integer> tags(@Nullable ASN1Set set) {
    return set == null
        ? List.of()
        : Arrays.stream(set.toArray())
            .filter(ASN1TaggedObject.class::isInstance)
            .map(choice -> ((ASN1TaggedObject) choice).getTagNo())
            .toList();
  }

  private static void demand(boolean held) throws IOException {
    if (!held) {
      throw new IOException("CMS: version");
    }
  }
}
