package org.certassist.keys.cms;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/// The version numbers of signed data (RFC 5652 §5.1 and §5.3), which no signature covers: they
/// must be those of what they describe.
///
/// Version 1 is also met where 3 is due for a content that is not data. In GM/T 0010 both are 1.
final class SignedVersions {
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
    boolean plain = form == ContentForm.GMT_0010 || (ofData && highest == 1);
    demand(plain ? whole == 1 : (whole == 3 || whole == highest));
  }

  private static void demand(boolean held) throws IOException {
    if (!held) {
      throw new IOException("CMS: version");
    }
  }
}
