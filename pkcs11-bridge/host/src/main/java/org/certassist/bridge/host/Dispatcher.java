package org.certassist.bridge.host;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.bridge.host.cryptoki.CryptokiEngine;
import org.certassist.bridge.host.softkey.SoftkeyEngine;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;

/// Answers requests one after the other, once a module is open through its engine.
final class Dispatcher {
  private final boolean provisioning;
  private Optional<KeyEngine> opened = Optional.empty();

  Dispatcher(boolean provisioning) {
    this.provisioning = provisioning;
  }

  /// Does what is asked; the request's secrets are wiped whatever happens.
  Response answer(Request request) {
    try {
      return dispatch(request);
    } catch (HostFault e) {
      return new Response.Failed(e.fault());
    } finally {
      wipe(request);
    }
  }

  private Response dispatch(Request request) throws HostFault {
    return switch (request) {
      case Request.Hello hello -> welcome(hello);
      case Request.OpenModule open -> open(open);
      case Request.ListTokens _ -> new Response.Tokens(engine().tokens());
      case Request.ListPresent _ -> new Response.Present(engine().present());
      case Request.ReadPinState read -> new Response.PinStateRead(engine().pinState(read.token()));
      case Request.Login login -> engine().login(login);
      case Request.ChangePin change -> {
        engine().changePin(change);
        yield new Response.Done();
      }
      case Request.UnblockPin unblock -> {
        engine().unblockPin(unblock);
        yield new Response.Done();
      }
      case Request.Logout logout -> {
        engine().logout(logout.token());
        yield new Response.Done();
      }
      case Request.Sign sign -> {
        refuseUnlessSmall(sign.message());
        yield engine().sign(sign);
      }
      case Request.SignByMechanism sign -> {
        refuseUnlessSmall(sign.input());
        yield engine().signByMechanism(sign);
      }
      case Request.ListMechanisms list -> new Response.Mechanisms(engine().mechanisms(list));
      case Request.InitToken init -> new Response.TokenMade(workshop().initToken(init));
      case Request.GenerateKey generate -> workshop().generateKey(generate);
      case Request.StoreCertificate store -> {
        workshop().storeCertificate(store);
        yield new Response.Done();
      }
    };
  }

  private Response welcome(Request.Hello hello) throws HostFault {
    if (hello.version() != Protocol.VERSION) {
      throw new HostFault(
          FaultCode.VERSION_UNSUPPORTED, "this host speaks version " + Protocol.VERSION);
    }
    return new Response.Welcome(Protocol.VERSION, provisioning);
  }

  private Response open(Request.OpenModule open) throws HostFault {
    if (opened.isPresent()) {
      throw new HostFault(FaultCode.ALREADY_OPEN, "");
    }
    Path path = absolute(open.path());
    KeyEngine engine =
        switch (open.kind()) {
          case CRYPTOKI -> CryptokiEngine.open(path, open.arguments());
          case SOFTKEY -> softkey(path, open.arguments());
        };
    opened = Optional.of(engine);
    return engine.about();
  }

  private KeyEngine softkey(Path path, String arguments) throws HostFault {
    if (!arguments.isEmpty()) {
      throw new HostFault(FaultCode.NOT_SUPPORTED, "a softkey reads no arguments");
    }
    return new SoftkeyEngine(path, provisioning);
  }

  private static Path absolute(String path) throws HostFault {
    try {
      Path absolute = Path.of(path);
      if (absolute.isAbsolute()) {
        return absolute;
      }
    } catch (InvalidPathException e) {
      throw new HostFault(Fault.of(FaultCode.MODULE_NOT_FOUND, "no file has such a name"), e);
    }
    throw new HostFault(FaultCode.MODULE_NOT_FOUND, "the path is not absolute");
  }

  private KeyEngine engine() throws HostFault {
    return opened.orElseThrow(() -> new HostFault(FaultCode.NOT_OPEN, ""));
  }

  private KeyEngine workshop() throws HostFault {
    if (!provisioning) {
      throw new HostFault(FaultCode.PROVISIONING_OFF, "");
    }
    return engine();
  }

  private static void refuseUnlessSmall(Bytes message) throws HostFault {
    if (message.length() > Protocol.MAX_DATA) {
      throw new HostFault(FaultCode.MALFORMED, "more than " + Protocol.MAX_DATA + " bytes to sign");
    }
  }

  private static void wipe(Request request) {
    switch (request) {
      case Request.Login login -> login.pin().close();
      case Request.Sign sign -> sign.keyPin().close();
      case Request.SignByMechanism sign -> sign.keyPin().close();
      case Request.ChangePin change -> {
        change.pin().close();
        change.newPin().close();
      }
      case Request.UnblockPin unblock -> {
        unblock.soPin().close();
        unblock.newPin().close();
      }
      case Request.InitToken init -> {
        init.pin().close();
        init.soPin().close();
      }
      case Request.Hello _,
          Request.OpenModule _,
          Request.ListTokens _,
          Request.ListPresent _,
          Request.Logout _,
          Request.ListMechanisms _,
          Request.ReadPinState _,
          Request.GenerateKey _,
          Request.StoreCertificate _ -> {}
    }
  }
}
