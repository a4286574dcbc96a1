package org.certassist.desktop;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Way;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.listing.ListingSource;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.results.ResultsState;
import org.certassist.texts.Language;

/// The pictures of the portal's lists: results of a declaration, a month's charge.
final class ListPictures {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final List<String> REASONS =
      List.of("户籍性质不能为空", "该人员在其他统办区存在欠费，320583***", "自参保开始日期下一月起，存在失业金发放信息，请先到区镇社保经办机构退还后再办理补缴业务");

  private final Pictures pictures;
  private final Path evidence;
  private final Language language;

  ListPictures(Pictures pictures, Path evidence, Language language) {
    this.pictures = pictures;
    this.evidence = evidence;
    this.language = language;
  }

  void all() throws Exception {
    bothSizes("outbox-results", shown -> go(shown, Place.OUTBOX));
    bothSizes("results-choose", shown -> open(shown, 0));
    bothSizes(
        "results-trouble",
        shown -> {
          open(shown, 0);
          Pictures.onWindow(() -> {
            shown.window().models().results.pasted().set("序号 人员 说明\n1 赵敏 户籍性质不能为空\n");
            return true;
          });
          read(shown, "序号\t人员\t说明\n1\t赵敏\t户籍性质不能为空\n");
        });
    bothSizes("results-offered", shown -> results(shown, 0, ""));
    bothSizes(
        "results-undecided",
        shown ->
            results(shown, 0, "顾海燕\t320583199408120047\t处理中\t\n钱某\t3205**********0021\t成功\t\n"));
    bothSizes("results-not-handed-in", shown -> results(shown, 1, ""));
    bothSizes(
        "results-kept",
        shown -> {
          results(shown, 0, "");
          Pictures.until(
              () -> shown.window().models().results.state().get() instanceof ResultsState.Matched);
          Pictures.onWindow(() -> {
            shown.window().models().results.keep();
            return true;
          });
        });
    bothSizes("reconcile-choose", shown -> go(shown, Place.RECONCILE));
    bothSizes("reconcile-differs", shown -> charge(shown, true));
    bothSizes("reconcile-agrees", shown -> charge(shown, false));
    bothSizes(
        "elsewhere",
        shown -> {
          go(shown, Place.RECONCILE);
          Pictures.until(() -> shown.stage().getScene().lookup("#points .check-box") != null);
          Pictures.onWindow(() -> {
            ((ToggleButton) shown.stage().getScene().lookup("#reconcile-elsewhere")).fire();
            ((CheckBox) shown.stage().getScene().lookup("#points .check-box")).fire();
            return true;
          });
        });
    bothSizes(
        "reconcile-other-month",
        shown -> {
          charge(shown, true);
          Pictures.onWindow(() -> {
            shown.window().models().reconcile.choose(NOVEMBER.plusMonths(1));
            return true;
          });
        });
  }

  /// What is done before a picture.
  private interface Scenario {
    void play(Shown shown) throws Exception;
  }

  private void bothSizes(String name, Scenario scenario) throws Exception {
    pictures.take(name, language, office(), shown -> play(shown, scenario), Samples.jiangsu());
    pictures.take(
        name + "-small",
        language,
        office(),
        shown -> {
          Pictures.onWindow(() -> {
            shown.stage().setWidth(MainWindow.MIN_WIDTH);
            shown.stage().setHeight(MainWindow.MIN_HEIGHT);
            return true;
          });
          play(shown, scenario);
        },
        Samples.jiangsu(),
        Samples.practice());
  }

  private static void play(Shown shown, Scenario scenario) throws Exception {
    scenario.play(shown);
    Thread.sleep(500);
  }

  private Office office() throws Exception {
    Office office = new Office(evidence).withKey(PinState.OK);
    file(office, content(12, 0, "11月新进员工.xlsx", NOVEMBER), true);
    file(office, content(12, 12, "吴江二厂补充名单（第二批）.xlsx", NOVEMBER), false);
    return office;
  }

  private static void file(Office office, Content content, boolean handedIn) throws Exception {
    DeclarationId id = DeclarationId.random();
    office.archive.append(
        id, 0, new Step.Exported(content, Way.PAGE_UPLOAD, content.source(), "00"));
    if (handedIn) {
      office.archive.append(
          id, 1, new Step.HandedIn(office.time.today(), Optional.of("WJ2026110087")));
    }
  }

  private static Content content(int people, int from, String source, YearMonth month) {
    List<Content.Row> rows =
        Samples.good(from + people).rows().stream()
            .skip(from)
            .map(row -> new Content.Row(row.row() - from, new TreeMap<>(texts(row.cells()))))
            .toList();
    return new Content(
        "jiangsu",
        "enrolment",
        1,
        new Unit(Samples.CREDIT_CODE, Samples.UNIT, UnitType.ORDINARY),
        month,
        rows,
        source);
  }

  private static Map<String, String> texts(Map<String, CellValue> cells) {
    return cells.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> ((CellValue.Text) each.getValue()).text()));
  }

  private static void go(Shown shown, Place place) throws Exception {
    Pictures.onWindow(() -> {
      String button = place == Place.OUTBOX ? "#place-outbox" : "#place-reconcile";
      ((ToggleButton) shown.stage().getScene().lookup(button)).fire();
      return true;
    });
  }

  private static void open(Shown shown, int declaration) throws Exception {
    List<History> histories = shown.office().archive.all().reversed();
    go(shown, Place.OUTBOX);
    Pictures.onWindow(() -> {
      shown.window().models().results.open(histories.get(declaration));
      return true;
    });
  }

  private static void read(Shown shown, String text) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().results.read(new ListingSource.Pasted(text));
      return true;
    });
  }

  private static void results(Shown shown, int declaration, String more) throws Exception {
    open(shown, declaration);
    Content content = shown.office().archive.all().reversed().get(declaration).content();
    StringBuilder list = new StringBuilder("姓名\t证件号码\t处理结果\t失败原因\n");
    for (int i = 0; i < 7; i++) {
      Map<String, String> person = content.rows().get(i + 1).values();
      list.append(person.get("name"))
          .append('\t')
          .append(person.get("idNumber"))
          .append(i < 3 ? "\t失败\t" + REASONS.get(i) : "\t成功\t")
          .append('\n');
    }
    read(shown, list + more);
  }

  private static void charge(Shown shown, boolean differs) throws Exception {
    Content content = shown.office().archive.all().getLast().content();
    StringBuilder list = new StringBuilder("姓名\t证件号码\t费款所属期\t险种\t缴费基数\n");
    int index = 0;
    for (Content.Row row : content.rows()) {
      index++;
      if (!differs || index > 2) {
        list.append(
            "%s\t%s\t202611\t%s\t%s\n"
                .formatted(
                    row.values().get("name"),
                    row.values().get("idNumber"),
                    differs && index == 5 ? "工伤保险" : "基本养老保险",
                    differs && (index == 7 || index == 8) ? "4879.00" : "5000.00"));
      }
    }
    if (differs) {
      list.append("沈国良\t320525197206071234\t202611\t基本养老保险\t6200.00\n");
      list.append("陆某\t3205**********0021\t202611\t基本养老保险\t6200.00\n");
      list.append("沈国良\t320525197206071234\t202610\t基本养老保险\t6200.00\n");
    }
    go(shown, Place.RECONCILE);
    Thread.sleep(300);
    Pictures.onWindow(() -> {
      shown.window().models().reconcile.read(new ListingSource.Pasted(list.toString()));
      return true;
    });
    Thread.sleep(300);
  }
}
