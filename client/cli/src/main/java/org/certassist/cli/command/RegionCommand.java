package org.certassist.cli.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.certassist.cli.json.RegionJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Act;
import org.certassist.core.profile.Profile;
import org.certassist.texts.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist region`: what is known of the region of `--profile`: its ways, what each act of the
/// clerk takes, whom to ask, and how old all this is.
@Command(name = "region")
final class RegionCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Profile profile = session.wiring().profile();
      if (json) {
        session.output().document(RegionJson.of(profile));
      } else {
        print(profile, session);
      }
      return ExitCode.DONE.number();
    }
  }

  private static void print(Profile profile, Session session) {
    Texts texts = session.texts();
    session.say("cli.region.name", texts.name(profile.name(), profile.nameEnglish()));
    profile.page().ifPresent(page -> session.say("cli.region.page", page));
    session.say(
        "cli.region.ways",
        profile.ways().stream().map(texts::way).collect(Collectors.joining(" · ")));
    session.sayOf("cli.region.notCovered", profile.notCovered());
    session.say("cli.region.kinds");
    Table kinds = new Table();
    for (Kind kind : profile.kinds()) {
      kinds.row("  " + kind.id(), KindNames.title(kind, session));
    }
    kinds.lines().forEach(session.output()::line);
    profile.acts().forEach(act -> act(act, session));
    if (!profile.contacts().isEmpty()) {
      session.say("cli.region.contacts");
      ContactWords.lines(profile.contacts(), texts).forEach(session.output()::line);
    }
    session.say("cli.region.source", profile.source().document(), profile.source().date());
  }

  private static void act(Act act, Session session) {
    Texts texts = session.texts();
    session.say("cli.region.act", texts.name(act.name(), act.nameEnglish()));
    int number = 0;
    for (Act.Part part : act.parts()) {
      number++;
      switch (part) {
        case Act.Part.Filing filing ->
            session.say(
                "cli.region.filing." + filing.when().word(),
                number,
                filing.portalName(),
                filing.kind().id());
        case Act.Part.Errand errand ->
            session.say("cli.region.errand", number, texts.name(errand.words(), errand.english()));
      }
    }
  }
}
