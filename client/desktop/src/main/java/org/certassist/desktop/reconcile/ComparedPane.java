package org.certassist.desktop.reconcile;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// Where the charge and what was filed do not agree, kind by kind, each with what to do about it.
final class ComparedPane extends BorderPane {
  private final ReconcileState.Compared compared;
  private final Words words;

  ComparedPane(
      ReconcileState.Compared compared, Profile profile, Runnable anotherList, Words words) {
    this.compared = compared;
    this.words = words;
    setId("compared");
    VBox column = new VBox(16, verdict(), counts());
    column.getChildren().addAll(leftOut());
    compared.groups().forEach(group -> column.getChildren().add(group(group)));
    if (!profile.notCovered().isEmpty()) {
      column
          .getChildren()
          .add(
              Notice.of(
                  Tone.INFO,
                  words.get("reconcile.notCovered", words.list(profile.notCovered())),
                  profile.covers().isEmpty()
                      ? words.get("reconcile.notCoveredElsewhere")
                      : words.get("reconcile.notCoveredHelp", words.list(profile.covers()))));
    }
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    setCenter(scroll);
    HBox actions =
        new HBox(Make.button("reconcile-another", words.get("reconcile.another"), anotherList));
    actions.getStyleClass().add("action-bar");
    setBottom(actions);
  }

  private Node verdict() {
    String month = words.month(compared.scope().month());
    Notice notice =
        switch (compared.result().verdict()) {
          case AGREES ->
              Notice.of(
                  Tone.GOOD,
                  words.get("reconcile.agrees", month),
                  words.get("reconcile.agreesHelp"));
          case DIFFERS ->
              Notice.of(
                  Tone.WARNING,
                  words.get("reconcile.differs", month, compared.toSeeTo()),
                  words.get("reconcile.differsHelp"));
          case NOT_ALL_COMPARED ->
              Notice.of(
                  Tone.WARNING,
                  words.get("reconcile.notAll", month),
                  words.get("reconcile.notAllHelp"));
          case NOTHING_FILED ->
              Notice.of(
                  Tone.INFO,
                  words.get("reconcile.nothingFiled", month),
                  words.get("reconcile.nothingFiledHelp"));
        };
    notice.setId("reconcile-" + compared.result().verdict());
    return notice;
  }

  private Node counts() {
    return new HBox(
        40,
        count(compared.result().charged(), "reconcile.charged"),
        count(compared.result().filed(), "reconcile.filed"),
        count(compared.toSeeTo(), "reconcile.toSeeTo"));
  }

  private Node count(int number, String name) {
    return new VBox(
        Make.label(Integer.toString(number), "big-number"), Make.label(words.get(name), "muted"));
  }

  /// Lines of the list that were not compared.
  private List<Node> leftOut() {
    List<Node> nodes = new java.util.ArrayList<>();
    if (!compared.list().illegible().isEmpty()) {
      nodes.add(
          Notice.of(
              Tone.WARNING,
              words.get("reconcile.nameless", compared.list().illegible().size()),
              words.get(
                  "reconcile.namelessHelp",
                  words.list(compared.list().illegible().stream().map(String::valueOf).toList()))));
    }
    if (compared.list().isWithoutBases()) {
      nodes.add(Notice.of(Tone.WARNING, words.get("reconcile.noBases")));
    }
    if (compared.list().otherMonths() > 0) {
      nodes.add(
          Make.paragraph(
              words.get("reconcile.otherMonths", compared.list().otherMonths()), "muted"));
    }
    return nodes;
  }

  private Node group(DifferenceGroup group) {
    HBox title =
        new HBox(
            8,
            Make.label(words.shared().get("difference." + group.id()), "subheading"),
            Make.badge(
                words.get("reconcile.people", group.people().size()),
                group.isWrong() ? Tone.WARNING : Tone.INFO));
    title.setAlignment(Pos.CENTER_LEFT);
    VBox box =
        new VBox(
            8,
            title,
            Make.paragraph(words.shared().get("difference." + group.id() + ".next")),
            new DifferenceTable(group, words));
    box.setId("difference-" + group.id());
    return box;
  }
}
