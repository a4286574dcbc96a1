package org.certassist.desktop.listing;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.fault.Fault;
import org.certassist.desktop.check.FileDrop;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Takes in the portal's list: drop it, open it, or paste it.
public final class ListingPane extends VBox {
  private static final double LEAST_TEXT = 84;

  private final Asking asking;
  private final StringProperty pasted;
  private final Consumer<ListingSource> read;
  private final Words words;

  /// @param where the sentence that says where on the portal's page the list is found
  /// @param pasted what stands in the text area; it outlives this pane
  public ListingPane(
      String where,
      Asking asking,
      StringProperty pasted,
      Consumer<ListingSource> read,
      Words words) {
    super(12);
    this.asking = asking;
    this.pasted = pasted;
    this.read = read;
    this.words = words;
    getStyleClass().add("listing-pane");
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(Make.paragraph(where, "muted"), drop(), text());
    FileDrop.on(this, file -> read.accept(new ListingSource.File(file)));
  }

  /// While a list is being read.
  public static Node reading(ListingSource source, Words words) {
    VBox reading =
        new VBox(
            new ProgressIndicator(),
            Make.label(words.get("listing.reading", source.name(words)), "muted"));
    reading.getStyleClass().add("drop-zone");
    VBox.setVgrow(reading, Priority.ALWAYS);
    return reading;
  }

  /// Why the last list could not be used.
  public static Notice trouble(Fault fault, Words words) {
    Notice notice = Notice.of(Tone.BAD, PastedFault.named(fault, words), words);
    notice.setId("listing-trouble");
    return notice;
  }

  private Node drop() {
    HBox line =
        new HBox(
            16,
            Make.icon(MaterialDesignF.FILE_TABLE_OUTLINE, "file-sign"),
            new VBox(
                2,
                Make.label(words.get("listing.drop"), "subheading"),
                Make.label(words.get("listing.dropHelp"), "muted")),
            Make.gap(),
            Make.button("listing-open", words.get("listing.open"), this::open, "accent"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("drop-zone", "low");
    return line;
  }

  private void open() {
    asking
        .open(words.get("listing.openTitle"), FileKind.workbooks(words))
        .ifPresent(file -> read.accept(new ListingSource.File(file)));
  }

  private Node text() {
    TextArea area = new TextArea();
    area.setId("listing-text");
    area.setAccessibleText(words.get("listing.paste"));
    area.setPromptText(words.get("listing.prompt"));
    area.setMinHeight(LEAST_TEXT);
    area.textProperty().bindBidirectional(pasted);
    VBox.setVgrow(area, Priority.ALWAYS);
    Button take =
        Make.button(
            "listing-read",
            words.get("listing.read"),
            () -> read.accept(new ListingSource.Pasted(pasted.get())));
    take.disableProperty().bind(pasted.map(String::isBlank));
    HBox line = new HBox(12, Make.label(words.get("listing.paste")), Make.gap(), take);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, line, area);
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }
}
