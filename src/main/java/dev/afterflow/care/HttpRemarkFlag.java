package dev.afterflow.care;

import dev.afterflow.connections.SignedLine;
import dev.afterflow.connections.SignedLine.Heard;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remarks over HTTP: one PUT a remark under our own number, a GET to ask for it, signed in both directions. */
@Component
class HttpRemarkFlag implements RemarkFlag {

    private static final byte[] NOTHING = {};
    private final SignedLine line;
    private final JsonMapper json;

    HttpRemarkFlag(MarketplaceSettings settings, SignedLine.Wires wires, JsonMapper json) {
        line = wires.line(new SignedLine.Dialect("marketplace", "Marketplace", settings.url(), settings.secret(), settings.read(), "/sandbox/marketplace",
                FlagSignature::new));
        this.json = json;
    }

    SignedLine line() {
        return line;
    }

    @Override
    public boolean isConnected(String shop) {
        return line.leads(shop);
    }

    @Override
    public Answer push(Flag flag) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", flag.orderId());
        body.put("flag", flag.colour().ordinal() + 1);
        body.put("memo", flag.memo());
        Heard heard = line.call(flag.shop(), HttpMethod.PUT, path(flag), json.writeValueAsBytes(body));
        if (!heard.isWhole() || heard.isTaken()) {
            return new Answer(heard.isTaken() ? Result.SET : Result.UNKNOWN, heard.status(), heard.code());
        }
        return new Answer(heard.isRefused() ? Result.REFUSED : Result.UNKNOWN, heard.status(), code(heard));
    }

    @Override
    public Answer ask(Flag flag) {
        Heard heard = line.call(flag.shop(), HttpMethod.GET, path(flag), NOTHING);
        if (!heard.isWhole() || heard.isTaken()) {
            return new Answer(heard.isTaken() ? Result.SET : Result.UNKNOWN, heard.status(), heard.code());
        }
        return new Answer(heard.status() == HttpStatus.NOT_FOUND.value() ? Result.MISSING : Result.UNKNOWN, heard.status(), "HTTP_" + heard.status());
    }

    private static String path(Flag flag) {
        return "/memos/" + flag.number();
    }

    private String code(Heard heard) {
        String said = json.readTree(new String(heard.body(), StandardCharsets.UTF_8)).path("code").asString("");
        return said.matches("[A-Z_]{1,60}") ? said : "HTTP_" + heard.status();
    }
}
