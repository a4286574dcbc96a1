package org.certassist.keys.revocation;

import java.net.URI;
import java.util.Optional;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.StatusPublications;

/// Gets published lists: the copy kept where it says something, else a new one, which is kept when
/// it is found genuine. So a damaged or outdated copy costs a download and nothing else.
final class ListReader {
  private final StatusPublications publications;
  private final Patience patience;

  ListReader(StatusPublications publications, Patience patience) {
    this.publications = publications;
    this.patience = patience;
  }

  /// What somebody makes of a list.
  @FunctionalInterface
  interface Reading {
    Word of(CrlFile list) throws InterruptedException;
  }

  Word read(URI address, boolean privateAddresses, Reading reading) throws InterruptedException {
    Publication first = publications.list(address, patience.manner(privateAddresses));
    if (!(first instanceof Publication.Kept(byte[] bytes, _))) {
      return fetched(address, first, reading);
    }
    Word word = word(bytes, reading);
    if (word instanceof Word.Said) {
      return word;
    }
    Word newer =
        fetched(address, publications.newList(address, patience.manner(privateAddresses)), reading);
    return newer instanceof Word.Said ? newer : telling(word, newer);
  }

  private static Word telling(Word one, Word other) {
    return one instanceof Word.Nothing(NotCheckedReason why)
            && other instanceof Word.Nothing(NotCheckedReason otherWhy)
            && why.compareTo(otherWhy) > 0
        ? one
        : other;
  }

  private Word fetched(URI address, Publication publication, Reading reading)
      throws InterruptedException {
    return switch (publication) {
      case Publication.Missed(NotCheckedReason reason) -> new Word.Nothing(reason);
      case Publication.Kept(byte[] bytes, _) -> word(bytes, reading);
      case Publication.Fetched fetched -> {
        Word word = word(fetched.bytes(), reading);
        if (word instanceof Word.Said) {
          publications.keep(address, fetched);
        }
        yield word;
      }
    };
  }

  private static Word word(byte[] bytes, Reading reading) throws InterruptedException {
    Optional<CrlFile> list = CrlFile.of(bytes);
    return list.isPresent() ? reading.of(list.get()) : new Word.Nothing(NotCheckedReason.MALFORMED);
  }

  /// A list as it is right now; a kept copy would miss the point of a delta.
  Optional<CrlFile> newest(URI address, boolean privateAddresses) throws InterruptedException {
    return publications.newList(address, patience.manner(privateAddresses))
            instanceof Publication.Fetched(byte[] bytes, _)
        ? CrlFile.of(bytes)
        : Optional.empty();
  }
}
