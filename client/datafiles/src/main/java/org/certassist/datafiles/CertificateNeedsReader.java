package org.certassist.datafiles;

import org.certassist.core.profile.CertificateNeeds;

/// Reads what a region wants of certificates, from a profile; what it leaves out is not wanted.
final class CertificateNeedsReader {
  private CertificateNeedsReader() {}

  static CertificateNeeds read(JsonObject profile) throws DataFileException {
    if (!profile.has("certificate")) {
      return CertificateNeeds.NONE;
    }
    JsonObject json = profile.object("certificate");
    CertificateNeeds needs =
        new CertificateNeeds(
            json.has("unitsNumber") && json.flag("unitsNumber"),
            json.has("sm2") && json.flag("sm2"));
    ProfileReader.source(json, true);
    json.done();
    return needs;
  }
}
