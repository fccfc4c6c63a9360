package dev.afterflow.carriers;

import dev.afterflow.connections.Outbound.Heard;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kuaidi100: knows the Chinese carriers. */
@Component
@Order(1)
class KuaidiSource implements TrackingSource {

    /** Refused for good: the carrier (701), the data (700), an unknown carrier (702). */
    private static final Set<String> FINAL = Set.of("700", "701", "702");

    private final CarrierAccounts accounts;
    private final KuaidiCalls calls;
    private final KuaidiReader reader;
    private final JsonMapper json;

    KuaidiSource(CarrierAccounts accounts, KuaidiCalls calls, JsonMapper json) {
        this.accounts = accounts;
        this.calls = calls;
        this.reader = new KuaidiReader(json);
        this.json = json;
    }

    @Override
    public String code() {
        return CarrierAccounts.KUAIDI;
    }

    @Override
    public boolean serves(String shop, String carrier) {
        return CarrierWords.kuaidi(carrier).isPresent() && accounts.serve(shop, code());
    }

    @Override
    public Answer follow(Parcel parcel, Hook hook) {
        if (CarrierWords.wantsPhone(parcel.carrier()) && parcel.phoneTail() == null) {
            return Answer.refused("PHONE_NEEDED", null);
        }
        Map<String, Object> more = new LinkedHashMap<>(Map.of("callbackurl", hook.url(), "salt", hook.salt(), "resultv2", "4"));
        if (parcel.phoneTail() != null) {
            more.put("phone", parcel.phoneTail());
        }
        try {
            Heard heard = calls.subscribe(account(parcel), parcel.circuit(code()), Map.of("company", CarrierWords.kuaidi(parcel.carrier()).orElseThrow(),
                "number", parcel.waybill(), "parameters", more));
            return followed(heard);
        } catch (IOException noAnswer) {
            return Answer.later(noAnswer instanceof CarrierCircuits.Closed ? noAnswer.getMessage() : "NO_ANSWER", null);
        }
    }

    private Answer followed(Heard heard) {
        String code = code(heard);
        if (code.equals("200") || code.equals("501")) {
            return new Answer(Result.DONE, code, heard.status(), null);
        }
        return FINAL.contains(code) ? Answer.refused("CODE_" + code, heard.status()) : Answer.later("CODE_" + code, heard.status());
    }

    @Override
    public Answer ask(Parcel parcel) {
        if (CarrierWords.wantsPhone(parcel.carrier()) && parcel.phoneTail() == null) {
            return Answer.refused("PHONE_NEEDED", null);
        }
        Map<String, String> asked = new LinkedHashMap<>(Map.of("com", CarrierWords.kuaidi(parcel.carrier()).orElseThrow(), "num", parcel.waybill(), "resultv2", "4"));
        if (parcel.phoneTail() != null) {
            asked.put("phone", parcel.phoneTail());
        }
        try {
            Heard heard = calls.query(account(parcel), parcel.circuit(code()), asked);
            Reading reading = reader.answer(heard.body());
            return reading.refused() == null ? new Answer(Result.DONE, "200", heard.status(), reading) : Answer.refused(reading.refused(), heard.status());
        } catch (IOException noAnswer) {
            return Answer.later(noAnswer instanceof CarrierCircuits.Closed ? noAnswer.getMessage() : "NO_ANSWER", null);
        }
    }

    /** A push has no name of its own: what it says is its name. */
    @Override
    public Optional<String> genuine(String shop, Hook hook, Map<String, String> headers, byte[] body) {
        try {
            Map<String, String> form = KuaidiReader.form(body);
            String param = form.get("param");
            return param != null && KuaidiSign.holds(form.get("sign"), param, hook.salt()) ? Optional.of(DigestUtils.sha256Hex(param)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Reading read(byte[] push, Instant received) {
        return reader.push(push, received);
    }

    @Override
    public String thanks() {
        return "{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}";
    }

    private CarrierAccounts.Kuaidi account(Parcel parcel) {
        return accounts.kuaidi(parcel.shop()).orElseThrow();
    }

    private String code(Heard heard) {
        try {
            JsonNode answer = json.readTree(heard.body());
            return answer.path("returnCode").asString("NONE").replaceAll("\\W", "");
        } catch (JacksonException unreadable) {
            return "UNREADABLE";
        }
    }
}
