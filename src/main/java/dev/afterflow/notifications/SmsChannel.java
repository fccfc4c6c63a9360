package dev.afterflow.notifications;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS by Alibaba Cloud, for a shop's own texts that have an approved twin there and buyers whose mobile number is known. It knows no
 * idempotency key, so before a repeat it is asked whether the message with our key went out.
 */
@Component
class SmsChannel {

    private static final String MOBILE = "(\\+?86)?1\\d{10}|\\+\\d{7,15}";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String FAILED = "2";
    /** The number or the words are wrong; the same again would be refused again. */
    private static final Set<String> FINALS = Set.of("isv.MOBILE_NUMBER_ILLEGAL", "isv.BLACK_KEY_CONTROL_LIMIT", "isv.TEMPLATE_MISSING_PARAMETERS",
        "isv.TEMPLATE_PARAMS_ILLEGAL", "isv.PARAM_LENGTH_LIMIT", "isv.INVALID_PARAMETERS", "isv.UNSUPPORTED_CONTENT", "isv.SMS_CONTENT_ILLEGAL",
        "isv.PARAM_NOT_SUPPORT_URL", "isv.MOBILE_COUNT_OVER_LIMIT");

    private final SmsLine line;
    private final JsonMapper json;

    SmsChannel(SmsLine line, JsonMapper json) {
        this.line = line;
        this.json = json;
    }

    boolean reaches(Message message) {
        return message.to().phone() != null && message.to().phone().replace(" ", "").matches(MOBILE) && !message.typed() && line.serves(message.shop())
            && line.of(message.shop()).filter(account -> account.codes().containsKey(message.template())).isPresent();
    }

    /** Throws {@link Undeliverable} when no repeat will help, anything else when one may. */
    void send(String key, boolean again, Message message) {
        SmsAccount account = line.of(message.shop()).orElseThrow();
        try {
            if (!again || !wentOut(account, key, number(message))) {
                sent(line.call(account, "SendSms", words(account, key, message)));
            }
        } catch (IOException noAnswer) {
            throw new IllegalStateException("sms: no answer", noAnswer);
        }
    }

    private Map<String, String> words(SmsAccount account, String key, Message message) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("PhoneNumbers", number(message));
        words.put("SignName", account.signature());
        words.put("TemplateCode", account.codes().get(message.template()));
        words.put("TemplateParam", json.writeValueAsString(message.words()));
        words.put("OutId", key);
        return words;
    }

    private static void sent(JsonNode heard) {
        String code = heard.path("Code").asString("");
        if (FINALS.contains(code)) {
            throw new Undeliverable("sms: " + code, null);
        }
        if (!code.equals("OK")) {
            throw new IllegalStateException("sms: " + code);
        }
    }

    /** Today or yesterday in Shanghai, as the provider counts days. */
    private boolean wentOut(SmsAccount account, String key, String number) throws IOException {
        LocalDate today = line.now().atZone(SHANGHAI).toLocalDate();
        for (LocalDate day = today; !day.isBefore(today.minusDays(1)); day = day.minusDays(1)) {
            JsonNode heard = line.call(account, "QuerySendDetails", Map.of("PhoneNumber", number, "SendDate", DAY.format(day), "PageSize", "50", "CurrentPage", "1"));
            if (!heard.path("Code").asString("").equals("OK")) {
                throw new IllegalStateException("sms: " + heard.path("Code").asString("no code"));
            }
            for (JsonNode one : heard.path("SmsSendDetailDTOs").path("SmsSendDetailDTO")) {
                if (key.equals(one.path("OutId").asString(""))) {
                    demandNotFailed(one);
                    return true;
                }
            }
        }
        return false;
    }

    private static void demandNotFailed(JsonNode one) {
        if (FAILED.equals(one.path("SendStatus").asString(""))) {
            throw new Undeliverable("sms: " + one.path("ErrCode").asString("failed"), null);
        }
    }

    private static String number(Message message) {
        return message.to().phone().replace(" ", "").replaceFirst("^\\+?86(?=1\\d{10}$)", "");
    }
}
