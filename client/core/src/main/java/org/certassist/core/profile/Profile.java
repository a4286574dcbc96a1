package org.certassist.core.profile;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.declaration.Kind;
import org.certassist.core.signature.Sm2Form;

/// Everything a region differs in, read from one data file.
///
/// @param portal the REST portal's base address; empty where the profile has no way `rest`, or
///   where it is given at run time
/// @param page the portal's page for people, where there is one
/// @param ways in order of preference; the first decides the main button
/// @param acts what a clerk sets out to do here, and the filings and errands it takes
/// @param maxRows most rows in one declaration
/// @param covers what a filing here takes in, in the portal's words
/// @param notCovered what must be filed elsewhere, in the portal's words
/// @param trust anchors for the portal's TLS, for receipts and for keys; empty means the system's
///   for TLS
/// @param intermediates issuing CAs that tokens do not carry
/// @param revocation how it wants the revocation of keys' certificates checked
/// @param certificate what it wants of keys' certificates
/// @param receiptSigner the common name of the certificate that signs receipts; empty without way
///   `rest`
/// @param sm2Form how signatures with SM2 keys are packed here
/// @param initialPins what keys' PINs are until they are changed, where a guide says so
/// @param contacts whom to ask and where to go
/// @param source where its facts come from and their date
public record Profile(
    String id,
    String name,
    String nameEnglish,
    Optional<URI> portal,
    Optional<URI> page,
    List<Way> ways,
    List<Kind> kinds,
    List<Act> acts,
    int maxRows,
    FilingCalendar calendar,
    List<String> covers,
    List<String> notCovered,
    List<EncodedCertificate> trust,
    List<EncodedCertificate> intermediates,
    RevocationPolicy revocation,
    CertificateNeeds certificate,
    Optional<String> receiptSigner,
    Sm2Form sm2Form,
    List<InitialPin> initialPins,
    List<Contact> contacts,
    Source source) {
  public Profile {
    ways = List.copyOf(ways);
    kinds = List.copyOf(kinds);
    acts = List.copyOf(acts);
    covers = List.copyOf(covers);
    notCovered = List.copyOf(notCovered);
    trust = List.copyOf(trust);
    intermediates = List.copyOf(intermediates);
    initialPins = List.copyOf(initialPins);
    contacts = List.copyOf(contacts);
  }

  /// Where a profile's facts come from.
  ///
  /// @param builtIn part of the program; any other profile is unsigned and says so on every screen
  public record Source(String document, String date, boolean builtIn) {}

  /// Training mode: nothing reaches a real portal.
  public boolean isPractice() {
    return id.equals("practice");
  }

  public boolean offers(Way way) {
    return ways.contains(way);
  }

  public Optional<Kind> kind(String id) {
    return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /// The same profile with trust anchors and issuing CAs found at run time.
  public Profile trusting(List<EncodedCertificate> anchors, List<EncodedCertificate> issuing) {
    return new Profile(
        id,
        name,
        nameEnglish,
        portal,
        page,
        ways,
        kinds,
        acts,
        maxRows,
        calendar,
        covers,
        notCovered,
        anchors,
        issuing,
        revocation,
        certificate,
        receiptSigner,
        sm2Form,
        initialPins,
        contacts,
        source);
  }
}
