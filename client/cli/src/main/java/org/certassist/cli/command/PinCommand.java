package org.certassist.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `certassist pin`: a key's PIN, its state, and setting it anew.
@Command(
    name = "pin",
    subcommands = {
      PinStatusCommand.class,
      PinVerifyCommand.class,
      PinChangeCommand.class,
      PinUnblockCommand.class
    })
final class PinCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;
  @Spec private CommandSpec spec;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "status | verify | change | unblock");
  }
}
