package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.StatusPublications;

/// Publications that lie ready, and a note of who was asked for what.
final class PaperPublications implements StatusPublications {
  final Map<URI, byte[]> lists = new HashMap<>();
  final Map<URI, byte[]> kept = new HashMap<>();
  final Map<URI, UnaryOperator<byte[]>> servers = new HashMap<>();
  final List<String> asked = new ArrayList<>();

  PaperPublications list(String address, byte[] list) {
    lists.put(URI.create(address), list);
    return this;
  }

  PaperPublications server(String address, UnaryOperator<byte[]> answering) {
    servers.put(URI.create(address), answering);
    return this;
  }

  @Override
  public Publication list(URI address, Manner manner) {
    byte[] copy = kept.get(address);
    return copy == null ? newList(address, manner) : new Publication.Kept(copy, NOW);
  }

  @Override
  public Publication newList(URI address, Manner manner) {
    asked.add("list " + address);
    byte[] list = lists.get(address);
    return list == null
        ? new Publication.Missed(NotCheckedReason.NOT_REACHED)
        : new Publication.Fetched(list, NOW);
  }

  @Override
  public void keep(URI address, Publication.Fetched list) {
    kept.put(address, list.bytes());
  }

  @Override
  public Publication answer(URI address, byte[] question, Manner manner) {
    asked.add("ocsp " + address);
    UnaryOperator<byte[]> server = servers.get(address);
    return server == null
        ? new Publication.Missed(NotCheckedReason.NOT_REACHED)
        : new Publication.Fetched(server.apply(question), NOW);
  }
}
