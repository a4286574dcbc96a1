package org.certassist.core.diagnosis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;

/// The page that a region's clerks open in a browser.
record PortalPage(URI address) {
  private static final Pattern BARE_ADDRESS = Pattern.compile("[0-9.]+");

  /// The one in the profile, or the one that a guide names where the profile has none to open.
  static Optional<PortalPage> of(Profile profile) {
    return profile
        .page()
        .or(() ->
            profile.contacts().stream()
                .filter(contact -> contact.role() == Contact.Role.PORTAL)
                .flatMap(contact -> contact.web().stream())
                .flatMap(PortalPage::address)
                .findFirst())
        .filter(uri -> uri.getHost() != null && uri.getScheme() != null)
        .map(PortalPage::new);
  }

  private static Stream<URI> address(String web) {
    try {
      return Stream.of(new URI(web));
    } catch (URISyntaxException none) {
      return Stream.empty();
    }
  }

  String host() {
    return address.getHost();
  }

  /// How the browser has it in the end; empty where nobody knows: a name may send the browser on to
  /// https, a bare address does not.
  Optional<PageFacts.Pages> kind() {
    if (address.getScheme().equals("https")) {
      return Optional.of(PageFacts.Pages.SECURE);
    }
    return address.getScheme().equals("http") && BARE_ADDRESS.matcher(host()).matches()
        ? Optional.of(PageFacts.Pages.PLAIN)
        : Optional.empty();
  }
}
