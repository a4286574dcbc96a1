package org.certassist.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.declaration.Stage;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Who;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.DriverSource;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.Offer;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.key.PinWeakness;
import org.certassist.core.knowledge.Bilingual;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.Problem;
import org.certassist.core.profile.InitialPin;
import org.certassist.core.profile.Way;
import org.certassist.core.repair.Action;
import org.certassist.core.repair.Lead;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.SystemPage;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.signature.SignatureFault;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.LayoutProblem;

/// The program's words in one language, found by id.
///
/// Ids never change and are the same in every language; the grammar of a text is [Phrase]'s.
public final class Texts {
  private static final int MOST_CELLS = 20;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final Map<String, Phrase> phrases;
  private final boolean strict;

  public Texts(Language language) {
    this(language, false);
  }

  private Texts(Language language, boolean strict) {
    this.language = language;
    this.strict = strict;
    this.phrases = load(language);
  }

  /// Texts for tests: an unknown id or an unfilled place throws instead of being shown as such.
  public static Texts strict(Language language) {
    return new Texts(language, true);
  }

  public Language language() {
    return language;
  }

  /// Of a name that data gives in both languages, the one to be shown.
  public String name(String chinese, String english) {
    return switch (language) {
      case ZH -> chinese;
      case EN -> english;
    };
  }

  /// The same for a sentence.
  public String sentence(Bilingual sentence) {
    return name(sentence.chinese(), sentence.english());
  }

  public boolean has(String id) {
    return phrases.containsKey(id);
  }

  /// The text of an id with its places filled in order; an unknown id is shown as itself.
  public String get(String id, Object... values) {
    return fill(id, Arrays.stream(values).map(String::valueOf).toList());
  }

  /// What a check is called.
  public String checkName(CheckId check) {
    return get("doctor.check." + check.word());
  }

  /// How a check came out.
  public String state(CheckResult.State state) {
    return get("doctor.state." + state.word());
  }

  /// Who must act.
  public String who(Who who) {
    return get("who." + who.word());
  }

  /// What can be done about a cause, as the words of a button.
  public String action(Action action) {
    return switch (action) {
      case Action.Repairs(PcRepair repair) -> get("action." + repair.word());
      case Action.Opens(SystemPage page) -> get("action." + page.word());
      case Action.LeadsTo(Lead lead) -> get("lead." + lead.word());
    };
  }

  /// That something was put right.
  public String done(PcRepair repair) {
    return get("repair." + repair.word() + ".done");
  }

  /// That a repair was taken back.
  public String undone(PcRepair repair) {
    return get("repair." + repair.word() + ".undone");
  }

  /// What a check saw, in a sentence.
  public String evidence(CheckResult finding) {
    String id =
        finding.cause().isPresent()
            ? "doctor.cause." + finding.word()
            : "doctor.seen." + finding.check().word() + "." + finding.word();
    List<String> seen = finding.evidence().stream().map(this::cause).toList();
    return fill(has(id) ? id : "doctor.seen." + finding.word(), seen);
  }

  /// Where an installer comes from, and how large it is.
  public String installerFrom(Offer offer) {
    String size = megabytes(offer.installer().bytes());
    return switch (offer.origin()) {
      case Offer.Origin.Download _ ->
          get("installer.from.download", offer.installer().address(), size);
      case Offer.Origin.Folder(Path file) -> get("installer.from.folder", file, size);
      case Offer.Origin.Here _ -> get("installer.from.here", offer.installer().fileName(), size);
    };
  }

  /// The least that is shown is a tenth.
  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", Math.max(0.1, bytes / 1e6));
  }

  /// What happened, what it means for the declaration, what to do now.
  public FaultText fault(Fault fault) {
    return switch (fault) {
      case PortalFault.LoginRefused login -> problem(login.problem());
      case PortalFault.NotReached out ->
          faultText("fault." + out.id(), List.of(out.portal(), cause(out.cause())));
      case PortalFault.ClockOff clock ->
          faultText("fault." + clock.id(), List.of(minute(clock.portal()), minute(clock.here())));
      case PortalFault.ReceiptNotBelieved receipt ->
          faultText(
              "fault." + receipt.id(),
              List.of(receipt.declaration(), receipt.number(), cause(receipt.cause())));
      case KeyFault.DriverUnusable driver ->
          faultText(
              "fault." + driver.id(),
              List.of(
                  driver.module(),
                  driverState(driver.state()),
                  driver.reason(),
                  driverHelp(driver.state(), driver.doubt())
                      .orElseGet(() -> get("fault." + driver.id() + ".reinstall"))));
      case KeyFault.Revoked revoked ->
          faultText(
              "fault." + revoked.id(),
              List.of(minute(revoked.since()), revocationReason(revoked.reason())));
      case KeyFault.CertificateEnded ended ->
          faultText("fault." + ended.id(), List.of(minute(ended.end())));
      case KeyFault.CertificateNotBegun early ->
          faultText("fault." + early.id(), List.of(minute(early.begin())));
      case KeyFault.CertificateUnfit unfit -> {
        FaultText advice = certificateAdvice(unfit.status());
        yield new FaultText(
            advice.what(), get("fault.key.certificateUnfit.meaning"), advice.next());
      }
      case KeyFault.RevocationNotChecked unknown ->
          faultText("fault." + unknown.id(), List.of(notCheckedReason(unknown.reason())));
      case KeyFault.NewPinWeak weak ->
          faultText("fault." + weak.id(), List.of(pinWeakness(weak.weakness())));
      case SignatureFault.NotIntact broken ->
          faultText(
              "fault." + broken.id(),
              List.of(broken.file(), get("certificate." + broken.reason())));
      case FileFault.TooLarge large ->
          faultText(
              "fault." + large.id(),
              List.of(get("cap." + large.cap()), String.format(Locale.ROOT, "%,d", large.limit())));
      case FileFault.AlteredLayout altered ->
          faultText(
              "fault." + altered.id(),
              List.of(altered.layout(), differences("fault." + altered.id(), altered)));
      case InstallerFault installer when installer.id().equals("installer.unreached") ->
          faultText(
              "fault." + installer.id(),
              List.of(installer.details().getFirst(), cause(installer.details().getLast())));
      default ->
          faultText("fault." + fault.id(), fault.details().stream().map(this::diskCause).toList());
    };
  }

  /// A line for each cell, and how many more there are.
  private String differences(String id, FileFault.AlteredLayout altered) {
    List<String> lines =
        altered.differences().stream()
            .limit(MOST_CELLS)
            .map(cell ->
                get(
                    id + ".cell",
                    cell.place(),
                    cell.expected().isEmpty() ? get(id + ".nothing") : cell.expected(),
                    cell.found().isEmpty() ? get(id + ".nothing") : cell.found()))
            .toList();
    int more = altered.differences().size() - lines.size();
    return String.join("\n", lines) + (more > 0 ? "\n" + get(id + ".more", more) : "");
  }

  /// A portal's refusal of a login or of a whole declaration.
  ///
  /// Places: 0 the code, 1 the portal's own words.
  public FaultText problem(Problem problem) {
    List<String> values = List.of(problem.code(), problem.detail());
    String id =
        problem.statusCode().isPresent()
            ? "fault.portal.status." + problem.code()
            : "fault.portal.code." + problem.code();
    return faultText(has(id + ".what") ? id : "fault.portal.loginRefused", values);
  }

  /// The sentence of a rule's finding; the value itself is not in it.
  public String finding(Finding finding) {
    return fill("rule." + finding.rule(), finding.details());
  }

  /// Why the rule exists and what to type instead, where there is more to say than the sentence.
  public Optional<String> ruleHelp(String rule) {
    String id = "rule." + rule + ".help";
    return has(id) ? Optional.of(get(id)) : Optional.empty();
  }

  /// How a file was read, where she should know.
  public String readingNote(ReadingNote note) {
    return switch (note) {
      case ReadingNote.TextFile text ->
          get(
              "reading." + note.id(),
              text.encoding().shown(),
              get("separator." + text.separator().word()));
      case ReadingNote.HiddenRows _, ReadingNote.MergedCells _ ->
          fill("reading." + note.id(), note.details());
    };
  }

  /// What is to be known of a portal's template.
  public String layoutProblem(LayoutProblem problem) {
    return fill("layout." + problem.id(), problem.details());
  }

  public String severity(Severity severity) {
    return get("severity." + severity.word());
  }

  public String stage(Stage stage) {
    return get("stage." + name(stage));
  }

  /// One sentence: what the stage means for the clerk.
  public String stageHelp(Stage stage) {
    return get("stage." + name(stage) + ".help");
  }

  /// What the clerk does next on the command line with a declaration that she carries herself;
  /// empty for any other.
  ///
  /// @param command how the program is called there
  public Optional<String> whatToDoNext(History history, String command) {
    Stage stage = history.stage();
    if (stage != Stage.EXPORTED && stage != Stage.HANDED_IN) {
      return Optional.empty();
    }
    return history
        .last(Step.Exported.class)
        .map(exported ->
            get(
                "cli.carried." + name(stage) + "." + exported.way().word(),
                history.id(),
                exported.file(),
                command));
  }

  /// What is wrong with a new PIN, as part of a sentence.
  public String pinWeakness(PinWeakness weakness) {
    return get("pin.weakness." + weakness.word());
  }

  public String pinState(PinState state) {
    return get("pin.state." + state.word());
  }

  /// What is to be said of a PIN that was right; nothing where it is good.
  public Optional<FaultText> pinVerdict(PinVerdict verdict) {
    return verdict == PinVerdict.GOOD
        ? Optional.empty()
        : Optional.of(faultText("pin.verdict." + verdict.word(), List.of()));
  }

  /// What the PIN may be where nobody has changed it; nothing where no guide says so.
  public Optional<String> initialPins(List<InitialPin> pins) {
    return pins.isEmpty()
        ? Optional.empty()
        : Optional.of(
            get(
                "pin.initial",
                pins.stream()
                    .map(this::initialPin)
                    .collect(Collectors.joining(get("pin.initial.separator")))));
  }

  private String initialPin(InitialPin pin) {
    String place = language == Language.ZH ? pin.place() : pin.placeEnglish();
    return switch (pin.making()) {
      case InitialPin.Making.HandlersIdTail(int characters) ->
          get("pin.initial.handlersIdTail", place, characters);
      case InitialPin.Making.Fixed(String same) -> get("pin.initial.fixed", place, same);
    };
  }

  public String driverState(DriverState state) {
    return get("driver.state." + state.word());
  }

  /// What is the matter with a driver and what to do; nothing where there is nothing to do.
  ///
  /// @param doubt why it was not let in, where it is suspicious
  public Optional<String> driverHelp(DriverState state, Optional<Doubt> doubt) {
    String id = "driver.help." + state.word() + doubt.map(each -> "." + each.word()).orElse("");
    return has(id) ? Optional.of(get(id)) : Optional.empty();
  }

  /// The same for a library that the user named to be tested, which may be the wrong one.
  public Optional<String> triedDriverHelp(DriverState state, Optional<Doubt> doubt) {
    String id = "driver.tried." + state.word();
    return has(id) ? Optional.of(get(id)) : driverHelp(state, doubt);
  }

  /// What stands between a plugged key and its use.
  public String keyVerdict(KeyVerdict verdict) {
    return get("key.verdict." + verdict.word());
  }

  /// What to do about it; nothing where the key can be used.
  public Optional<String> keyVerdictNext(PluggedKey key) {
    String id = "key.verdict." + key.verdict().word() + ".next";
    String driver = key.driver().map(DriverReport::product).orElse("–");
    List<DriverSource> from = key.product().map(Product::from).orElse(List.of(DriverSource.CA));
    return has(id) ? Optional.of(get(id, driver, sources(key.verdict(), from))) : Optional.empty();
  }

  /// Who is told to open the key's own disk is not told so again.
  private String sources(KeyVerdict verdict, List<DriverSource> from) {
    return from.stream()
        .filter(source -> verdict != KeyVerdict.AS_CD_ROM || source != DriverSource.KEY_DISK)
        .map(source -> get("driver.from." + source.word()))
        .collect(Collectors.joining(get("driver.from.separator")));
  }

  /// What installation this is.
  ///
  /// @param product as people know it
  public String installation(String product) {
    return get("install.title", product);
  }

  public String installationStep(Installation.Step step) {
    return get("install.step." + step.word());
  }

  /// Who acts in a step.
  public String installationWho(Installation.Who who) {
    return get("install.who." + who.word());
  }

  public String logLevel(LogBook.Level level) {
    return get("log.level." + level.word());
  }

  public String engine(Engine engine) {
    return get("engine." + engine.word());
  }

  public String usage(CertificateUsage usage) {
    return get("certificate.usage." + usage.word());
  }

  /// What a value about the holder is called.
  public String holderField(HolderField field) {
    return get("certificate.holder." + field.word());
  }

  /// A value about the holder with the place where it stood.
  public String holderFact(HolderFact fact) {
    int space = fact.origin().indexOf(' ');
    String where = space < 0 ? fact.origin() : fact.origin().substring(0, space);
    return get(
        "certificate.origin." + where,
        fact.value(),
        space < 0 ? "" : fact.origin().substring(space + 1));
  }

  /// How long a certificate lasts; whether that is short is in the words.
  public String expiry(Expiry expiry) {
    return get("certificate.expiry." + expiry.notice().word(), Math.abs(expiry.daysLeft()));
  }

  public String upgradeStep(UpgradeGuide.Step step) {
    return get("upgrade.step." + step.word());
  }

  public String upgradeWarning(UpgradeGuide.Warning warning) {
    return get("upgrade.warning." + warning.word());
  }

  public String way(Way way) {
    return get("way." + way.word());
  }

  /// A few words for a list: good, expired, and so on, with the portal's number where it is not 0.
  public String certificateStatus(CertificateStatus status) {
    String words = get("certificate." + status.reason());
    return status.isGood()
        ? words
        : get("certificate.withCode", words, Integer.toString(status.code().number()));
  }

  /// What is wrong with a certificate or signature, what follows from it and how it is mended.
  public FaultText certificateAdvice(CertificateStatus status) {
    return faultText(
        "certificate." + status.reason(), List.of(Integer.toString(status.code().number())));
  }

  /// That certificates were judged by the portal's time, since this PC's is off; empty where it is
  /// not.
  public Optional<FaultText> clock(ClockReading reading) {
    if (!reading.isOff()) {
      return Optional.empty();
    }
    String direction = reading.ahead().isNegative() ? "behind" : "ahead";
    return Optional.of(
        new FaultText(
            get(
                "clock." + direction,
                length(reading.ahead().abs().plusSeconds(30)), // to the nearest minute
                minute(reading.now()),
                minute(reading.here())),
            get("clock.meaning"),
            get("clock.next")));
  }

  /// In the largest unit of which there are at least two.
  private String length(Duration duration) {
    if (duration.toDays() >= 2) {
      return get("clock.days", duration.toDays());
    }
    return duration.toHours() >= 2
        ? get("clock.hours", duration.toHours())
        : get("clock.minutes", duration.toMinutes());
  }

  /// What is known of a certificate's revocation, as one line.
  public String revocation(Revocation revocation) {
    return switch (revocation) {
      case Revocation.Good(_, _, _, Optional<Revocation.Revoked> later) when later.isPresent() ->
          revoked("revocation.revokedLater", later.get());
      case Revocation.Good good ->
          get(
              "revocation.good",
              minute(good.saidAt()),
              get("revocation.source." + good.source().word()),
              good.nextUpdate().map(Texts::minute).orElse(""));
      case Revocation.Revoked revoked -> revoked("revocation.revoked", revoked);
      case Revocation.NotChecked unknown ->
          get("revocation.notChecked", notCheckedReason(unknown.reason()));
    };
  }

  private String revoked(String id, Revocation.Revoked revoked) {
    return get(
        id,
        minute(revoked.since()),
        revocationReason(revoked.reason()),
        get("revocation.source." + revoked.source().word()));
  }

  /// What follows from not knowing of a revocation, and what can be done about it.
  public FaultText revocationAdvice(Revocation.NotChecked unknown, RevocationPolicy policy) {
    String own = "revocation.notChecked.next." + unknown.reason().word();
    return new FaultText(
        get("revocation.notChecked.what", notCheckedReason(unknown.reason())),
        get("revocation.notChecked." + (policy.required() ? "required" : "meaning")),
        get(has(own) ? own : "revocation.notChecked.next"));
  }

  /// Why a CA took a certificate back, in words.
  public String revocationReason(RevocationReason reason) {
    return get("revocation.reason." + reason.word());
  }

  /// Why a revocation could not be checked, as part of a sentence.
  public String notCheckedReason(NotCheckedReason reason) {
    return get("revocation.because." + reason.word());
  }

  /// A short technical cause such as `timeout` or `http-503` in words.
  public String cause(String word) {
    if (word.startsWith("http-")) {
      return get("cause.http", word.substring("http-".length()));
    }
    if (word.startsWith("status-")) {
      return get("cause.status", word.substring("status-".length()));
    }
    if (word.startsWith("receipt-signature-")) {
      return get("cause.receipt-signature");
    }
    String id = "cause." + word;
    return has(id) ? get(id) : word;
  }

  static String minute(Instant instant) {
    return MINUTE.format(ShanghaiTime.of(instant));
  }

  /// A word of [DiskCause] in words; anything else as it is.
  private String diskCause(String detail) {
    return Arrays.stream(DiskCause.values())
        .filter(cause -> cause.word().equals(detail))
        .findFirst()
        .map(cause -> get("cause." + detail))
        .orElse(detail);
  }

  /// A cell's value as it may be shown where personal data were not asked for.
  ///
  /// @param field the json name of the column
  public String mask(String field, String value) {
    return Mask.of(field, value);
  }

  Set<String> ids() {
    return phrases.keySet();
  }

  Phrase phrase(String id) {
    return Objects.requireNonNull(phrases.get(id), id);
  }

  private FaultText faultText(String id, List<String> values) {
    return new FaultText(
        fill(id + ".what", values), fill(id + ".meaning", values), fill(id + ".next", values));
  }

  private String fill(String id, List<String> values) {
    Phrase phrase = phrases.get(id);
    if (phrase == null) {
      if (strict) {
        throw new IllegalArgumentException("no text for " + id);
      }
      return id;
    }
    try {
      return phrase.fill(values);
    } catch (Phrase.UnfilledPlace unfilled) {
      if (strict) {
        throw unfilled;
      }
      return phrase.pattern();
    }
  }

  private static String name(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Phrase> load(Language language) {
    Properties file = new Properties();
    String name = "texts_" + language.word() + ".properties";
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Phrase> phrases = new HashMap<>();
    file.forEach((id, text) -> phrases.put((String) id, new Phrase((String) text)));
    return Map.copyOf(phrases);
  }
}
