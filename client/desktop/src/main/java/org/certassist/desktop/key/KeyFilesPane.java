package org.certassist.desktop.key;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
import org.certassist.desktop.check.FileDrop;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.pin.PinField;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The files that are used as keys, each with its state and, where it is asked for, the field for
/// its password; and the button for one more.
final class KeyFilesPane extends VBox {
  private final KeyFilesViewModel model;
  private final Asking asking;

  /// What is drawn.
  private record Now(List<DriverReport> files, KeyFileWork work) {
    /// Those on the list, and the one that is just being taken up.
    List<DriverReport> all() {
      List<DriverReport> all = new ArrayList<>(files);
      work.about()
          .filter(_ -> !(work instanceof KeyFileWork.Unusable))
          .filter(path -> files.stream().noneMatch(report -> lies(report, path)))
          .ifPresent(path -> all.add(taken(path)));
      return all;
    }

    private static DriverReport taken(Path path) {
      return new DriverReport(
          KeyInFile.DRIVER, name(path), Optional.of(path), DriverState.PASSWORD_NEEDED, "");
    }

    boolean isAbout(DriverReport report) {
      return work.about().filter(path -> lies(report, path)).isPresent();
    }

    private static boolean lies(DriverReport report, Path path) {
      return report.path().filter(path.toAbsolutePath().normalize()::equals).isPresent();
    }
  }

  KeyFilesPane(KeyFilesViewModel model, Asking asking, ObservableValue<Words> words) {
    this.model = model;
    this.asking = asking;
    setId("key-files");
    ObjectBinding<Now> now =
        Bindings.createObjectBinding(
            () -> new Now(model.reports().get(), model.work().get()),
            model.reports(),
            model.work());
    getChildren().add(new Drawn<>(now, words, this::draw));
    FileDrop.on(this, model::open);
  }

  private Node draw(Now now, Words words) {
    VBox box = new VBox(8, Make.label(words.get("keyFile.title"), "strong"));
    now.all().forEach(report -> box.getChildren().add(file(report, now, words)));
    if (now.work() instanceof KeyFileWork.Unusable(_, var fault)) {
      Notice notice = Notice.of(Tone.BAD, fault, words);
      notice.setId("key-file-unusable");
      notice.add(
          Make.button("key-file-close", words.get("keyFile.close"), model::dismiss, "small"));
      box.getChildren().add(notice);
    }
    box.getChildren()
        .addAll(
            Make.button("key-file-open", words.get("keyFile.open"), () -> open(words), "small"),
            Make.paragraph(words.get("keyFile.openHelp"), "muted", "small"));
    return box;
  }

  private void open(Words words) {
    asking.open(words.get("keyFile.openTitle"), FileKind.keyFiles(words)).ifPresent(model::open);
  }

  private Node file(DriverReport report, Now now, Words words) {
    VBox card = new VBox(6, heading(report, words));
    card.getStyleClass().add("card");
    card.setId("key-file-" + report.product());
    Path path = report.path().orElse(Path.of(report.product()));
    if (now.isAbout(report) && now.work() instanceof KeyFileWork.Opening) {
      card.getChildren().add(opening(words));
    } else if (now.isAbout(report) && now.work() instanceof KeyFileWork.Asking asked) {
      card.getChildren().addAll(password(asked, words));
    } else {
      card.getChildren().addAll(state(report, path, words));
    }
    return card;
  }

  private Node heading(DriverReport report, Words words) {
    Label name = Make.paragraph(report.product());
    report.path().ifPresent(path -> name.setTooltip(new Tooltip(path.toString())));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox line = new HBox(8, Make.icon(MaterialDesignF.FILE_KEY_OUTLINE, "icon-muted"), name);
    report
        .path()
        .ifPresent(path -> {
          String act = words.get("keyFile.forget", report.product());
          Button away =
              Make.button(
                  "key-file-forget-" + report.product(),
                  "",
                  () -> model.forget(path),
                  "flat",
                  "small");
          away.setGraphic(Make.icon(MaterialDesignC.CLOSE));
          away.setAccessibleText(act);
          away.setTooltip(new Tooltip(act));
          line.getChildren().add(away);
        });
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Node opening(Words words) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(20, 20);
    HBox line = new HBox(8, turning, Make.paragraph(words.get("keyFile.opening"), "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private List<Node> state(DriverReport report, Path path, Words words) {
    return switch (report.state()) {
      case READY -> List.of(Make.paragraph(words.get("keyFile.ready"), "small", "good-words"));
      case PASSWORD_NEEDED ->
          List.of(
              Make.paragraph(words.get("keyFile.passwordNeeded"), "small", "muted"),
              Make.button(
                  "key-file-ask-" + report.product(),
                  words.get("keyFile.ask"),
                  () -> model.ask(path),
                  "small"));
      case FILE_UNUSABLE,
          FILE_GONE,
          NO_TOKEN,
          NOT_INSTALLED,
          DRIVER_GONE,
          WRONG_WORD_SIZE,
          MISSING_DEPENDENCY,
          SUSPICIOUS,
          NOT_A_DRIVER,
          REFUSED,
          REFUSES_ARGUMENTS,
          BUSY,
          CRASHED,
          HUNG,
          QUARANTINED,
          SKF_ONLY ->
          trouble(report, words);
    };
  }

  private static List<Node> trouble(DriverReport report, Words words) {
    Label state =
        Make.paragraph(
            words.label(words.shared().driverState(report.state())), "small", "warning-words");
    if (!report.reason().isEmpty()) {
      state.setTooltip(new Tooltip(report.reason()));
    }
    List<Node> nodes = new ArrayList<>(List.of(state));
    words
        .shared()
        .driverHelp(report.state(), report.doubt())
        .ifPresent(help -> nodes.add(Make.paragraph(help, "small")));
    return nodes;
  }

  private List<Node> password(KeyFileWork.Asking asked, Words words) {
    List<Node> nodes = new ArrayList<>();
    asked.trouble().ifPresent(fault -> nodes.add(wrong(fault, words)));
    PinField field = PinField.forPassword();
    field.setId("key-file-password");
    field.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, field));
    Platform.runLater(field::requestFocus);
    nodes.add(field.under(words.get("sign.password"), words.get("keyFile.passwordHelp")));
    nodes.add(
        new FlowPane(
            8,
            8,
            Make.button(
                "key-file-unlock",
                words.get("keyFile.unlock"),
                () -> model.unlock(field.take()),
                "accent",
                "small"),
            Make.button("key-file-later", words.get("keyFile.later"), model::dismiss, "small")));
    return nodes;
  }

  /// Short, so that the field stays in sight.
  private static Notice wrong(Fault fault, Words words) {
    boolean odd = fault instanceof KeyFault.FilePasswordWrongOdd;
    Notice notice = Notice.of(Tone.WARNING, words.get(odd ? "keyFile.wrongOdd" : "keyFile.wrong"));
    notice.setId("key-file-wrong");
    return notice;
  }

  /// Not the window's own main button.
  private void pressed(KeyEvent event, PinField field) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      model.unlock(field.take());
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      model.dismiss();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
