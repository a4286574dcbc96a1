package org.certassist.core.certificate;

import java.net.URI;

/// No network: nobody is asked.
final class NoPublications implements StatusPublications {
  private static final Publication NOTHING = new Publication.Missed(NotCheckedReason.NOT_ASKED);

  @Override
  public Publication list(URI address, Manner manner) {
    return NOTHING;
  }

  @Override
  public Publication newList(URI address, Manner manner) {
    return NOTHING;
  }

  @Override
  public void keep(URI address, Publication.Fetched list) {}

  @Override
  public Publication answer(URI address, byte[] question, Manner manner) {
    return NOTHING;
  }
}
