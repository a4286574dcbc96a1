package org.certassist.desktop.send;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Content;
import org.certassist.core.filing.SigningSummary;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Fonts;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// What is about to be signed, before any PIN is typed.
final class SummaryPane extends VBox {
  private static final int NAMES_A_LINE = 5;
  private static final double LINE = 26;
  private static final int MOST_LINES = 4;

  private SummaryPane() {
    super(14);
    setId("summary");
  }

  static SummaryPane of(SigningSummary summary, Words words) {
    SummaryPane pane = new SummaryPane();
    GridPane facts = Make.facts();
    Make.fact(facts, words.get("sign.unit"), Make.paragraph(summary.unit().name(), "strong"));
    Make.fact(facts, words.get("sign.creditCode"), fixed(summary.unit().creditCode()));
    Make.fact(facts, words.get("sign.kind"), Make.paragraph(words.kind(summary.kind())));
    Make.fact(
        facts,
        words.get("sign.settlementMonth"),
        Make.paragraph(words.month(summary.settlementMonth())));
    Make.fact(facts, words.get("sign.count"), Make.paragraph(counts(summary, words), "strong"));
    Label digest = fixed(grouped(summary.sha256()));
    digest.setId("digest");
    Make.fact(facts, words.get("sign.digest"), digest);
    pane.getChildren().add(facts);
    pane.names(words.get("sign.namesIn"), summary.namesIn());
    pane.names(words.get("sign.namesOut"), summary.namesOut());
    pane.notCovered(summary.notCovered(), words);
    return pane;
  }

  static SummaryPane of(List<History> waiting, Profile profile, Words words) {
    SummaryPane pane = new SummaryPane();
    for (History history : waiting) {
      Content content = history.content();
      String kind = words.kind(content.kind(), profile);
      pane.getChildren()
          .add(
              new VBox(
                  2,
                  Make.paragraph(
                      words.get("sign.waiting", content.unit().name(), kind, content.rows().size()),
                      "strong"),
                  Make.paragraph(words.shared().stage(history.stage()), "muted")));
    }
    pane.notCovered(profile.notCovered(), words);
    return pane;
  }

  private static String counts(SigningSummary summary, Words words) {
    return switch (summary.kind().direction()) {
      case IN -> words.get("sign.countIn", summary.rows());
      case OUT -> words.get("sign.countOut", summary.rows());
      case NEITHER -> words.get("sign.countRows", summary.rows());
    };
  }

  private void notCovered(List<String> notCovered, Words words) {
    if (!notCovered.isEmpty()) {
      getChildren()
          .add(
              Notice.of(
                  Tone.WARNING,
                  words.get("sign.notCovered", words.list(notCovered)),
                  words.get("sign.notCoveredHelp")));
    }
  }

  /// All the names, a few a line, since she signs for every one of them.
  private void names(String title, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i += NAMES_A_LINE) {
      lines.add(String.join("   ", names.subList(i, Math.min(names.size(), i + NAMES_A_LINE))));
    }
    ListView<String> list = new ListView<>(FXCollections.observableList(lines));
    list.getStyleClass().addAll("dense", "names");
    list.setFixedCellSize(LINE);
    list.setPrefHeight(LINE * Math.min(MOST_LINES, lines.size()) + 4);
    list.setMinHeight(list.getPrefHeight());
    list.setAccessibleText(title);
    Label name = Make.label(title, "fact-name");
    name.setLabelFor(list);
    getChildren().add(new VBox(6, name, list));
  }

  /// Sixteen groups of four, eight a line, so that two people can compare them aloud.
  static String grouped(String sha256) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sha256.length(); i += 4) {
      if (i > 0) {
        out.append(i % 32 == 0 ? '\n' : ' ');
      }
      out.append(sha256, i, Math.min(sha256.length(), i + 4));
    }
    return out.toString();
  }

  private static Label fixed(String text) {
    Label label = Make.paragraph(text);
    label.setStyle("-fx-font-family: \"" + Fonts.fixed() + "\";");
    return label;
  }
}
