package org.certassist.desktop.certificate;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.filing.InspectedCertificate;
import org.certassist.core.filing.InspectedCertificate.Link;
import org.certassist.core.filing.InspectedCertificate.Mark;
import org.certassist.desktop.certificate.CertificateGroup.Standing;
import org.certassist.desktop.certificate.CertificateView.Details;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The way from a certificate up to a CA that the region trusts, the trusted one on top; the one
/// that the verdict's reason is about is marked. Below it what is known of its revocation.
final class ChainCard extends VBox {
  private static final double STEP = 20;

  private final Details details;
  private final Words words;

  ChainCard(Details details, Words words) {
    this.details = details;
    this.words = words;
    setId("certificate-chain");
    getStyleClass().add("card");
    getChildren()
        .addAll(
            Make.label(words.get("certificates.chain"), "subheading"),
            drawing(details.certificate()),
            revocation());
  }

  private Node revocation() {
    Revocation revocation = details.certificate().seen().revocation();
    return Make.paragraph(
        words.get("certificates.revocation", words.shared().revocation(revocation)),
        switch (revocation) {
          case Revocation.Good _ -> "good-words";
          case Revocation.Revoked _ -> "bad-words";
          case Revocation.NotChecked _ -> "muted";
        });
  }

  private Node drawing(InspectedCertificate certificate) {
    VBox drawing = new VBox(6);
    List<Link> down = certificate.chain().reversed();
    if (!certificate.reachesAnchor()) {
      drawing.getChildren().add(missing(down));
    }
    for (Link link : down) {
      int depth = drawing.getChildren().size();
      Node line = line(link, depth);
      VBox.setMargin(line, new Insets(0, 0, 0, STEP * depth));
      drawing.getChildren().add(line);
    }
    return drawing;
  }

  /// No CA that the region trusts was reached: whose is missing is said.
  private Node missing(List<Link> down) {
    String issuer =
        down.stream()
            .findFirst()
            .flatMap(Link::facts)
            .map(facts -> new CertificateNames(words).issuer(facts))
            .orElse("");
    HBox line =
        new HBox(
            8,
            Make.icon(MaterialDesignH.HELP_CIRCLE_OUTLINE, "icon-warning"),
            Make.paragraph(
                issuer.isEmpty()
                    ? words.get("certificates.chain.none")
                    : words.get("certificates.chain.missing", issuer),
                "warning-words"));
    line.setId("chain-missing");
    return line;
  }

  private Node line(Link link, int depth) {
    boolean atFault = mark(link) == Mark.AT_FAULT;
    VBox says = new VBox(2, Make.paragraph(name(link), atFault ? "bad-words" : "strong"));
    says.getChildren().add(Make.paragraph(about(link), "muted", "small"));
    if (atFault) {
      says.getChildren().add(Make.badge(words.get("certificates.chain.atFault"), Tone.BAD));
    }
    HBox line = new HBox(8);
    if (depth > 0) {
      line.getChildren().add(Make.icon(MaterialDesignA.ARROW_LEFT_TOP, "icon-muted"));
    }
    line.getChildren().addAll(Make.icon(sign(link), iconStyle(link)), says);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("chain-link");
    line.setId("chain-" + link.certificate().sha256());
    return line;
  }

  /// What a portal never judges has no fault of its own here.
  private Mark mark(Link link) {
    return link.mark() == Mark.AT_FAULT && isItself(link) && details.standing() != Standing.OWN
        ? Mark.NONE
        : link.mark();
  }

  private boolean isItself(Link link) {
    return link.certificate().equals(details.certificate().seen().certificate());
  }

  private Ikon sign(Link link) {
    return switch (mark(link)) {
      case ANCHOR -> MaterialDesignS.SHIELD_CHECK_OUTLINE;
      case AT_FAULT -> Tone.BAD.sign();
      case NONE -> MaterialDesignC.CERTIFICATE_OUTLINE;
    };
  }

  private String iconStyle(Link link) {
    return switch (mark(link)) {
      case ANCHOR -> "icon-good";
      case AT_FAULT -> "icon-bad";
      case NONE -> "icon-muted";
    };
  }

  private String name(Link link) {
    CertificateNames names = new CertificateNames(words);
    return link.facts()
        .map(facts -> isItself(link) ? names.title(facts) : names.authority(facts))
        .orElseGet(() -> words.get("certificates.unreadable"));
  }

  private String about(Link link) {
    String what =
        words.get(
            isItself(link)
                ? "certificates.chain.this"
                : mark(link) == Mark.ANCHOR
                    ? "certificates.chain.anchor"
                    : "certificates.chain.authority");
    return link.facts().map(facts -> withTime(what, facts)).orElse(what);
  }

  private String withTime(String what, CertificateFacts facts) {
    return words.get(
        "certificates.chain.line",
        what,
        words.date(facts.notBefore()),
        words.date(facts.notAfter()));
  }
}
