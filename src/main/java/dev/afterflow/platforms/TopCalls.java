package dev.afterflow.platforms;

import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of TOP as its document has them: one address, a signed form, files beside it; never more a second than the shop may make, and
 * questions leave every fifth call to deeds, so that looking before writing does not keep us from writing.
 */
@Component
class TopCalls {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final Pattern QUESTION = Pattern.compile(".*\\.(get|search|consume)");
    private static final int LEFT_TO_DEEDS = 5;
    private static final ContentType TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

    private final MarketCircuits circuits;
    private final TopPermissions permissions;
    private final PlatformSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, TopPace> paces = new ConcurrentHashMap<>();
    private final ThreadLocal<Integer> booked = ThreadLocal.withInitial(() -> 0);

    TopCalls(MarketCircuits circuits, TopPermissions permissions, PlatformSettings settings, JsonMapper json, Clock clock) {
        this.circuits = circuits;
        this.permissions = permissions;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** A picture that goes along. */
    record File(String field, String name, String mediaType, byte[] content) {

        static File of(PlatformPapers.Paper paper) {
            return new File("", paper.name(), paper.mediaType(), paper.content());
        }

        File as(String other) {
            return new File(other, name, mediaType, content);
        }
    }

    /** What TOP answered under the method's own name; a {@link TopFault} when it says that something is wrong. */
    JsonNode call(Taobao account, String method, Map<String, String> words, File... files) throws Away, TopFault {
        try {
            return once(account, method, words, files);
        } catch (TopFault fault) {
            if (fault.isPermission() && account.renewal() != null && permissions.renew(account, (name, more) -> once(account, name, more))) {
                throw new Away("PERMISSION_RENEWED", false);
            }
            if (fault.pause().isPresent()) {
                circuits.still(account.circuit(), fault.pause().get());
                throw new Away(MarketCircuits.PACE, false);
            }
            throw fault;
        }
    }

    private JsonNode once(Taobao account, String method, Map<String, String> words, File... files) throws Away, TopFault {
        keepPace(account, QUESTION.matcher(method).matches());
        Map<String, String> all = new TreeMap<>();
        words.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                all.put(name, value);
            }
        });
        all.putAll(Map.of("method", method, "app_key", account.appKey(), "format", "json", "v", "2.0", "sign_method", account.signMethod(),
            "timestamp", TIME.format(clock.instant())));
        if (!method.equals(TopPermissions.RENEW)) {
            all.put("session", account.session());
        }
        all.put("sign", TopSign.of(account.signMethod(), all, account.secret()));
        Heard heard = files.length == 0 ? form(account, all) : parts(account, all, files);
        return read(heard, method);
    }

    private Heard form(Taobao account, Map<String, String> all) throws Away {
        String form = all.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return circuits.reach(account.circuit(), "POST", URI.create(account.url()), Map.of("Content-Type", "application/x-www-form-urlencoded;charset=utf-8"),
            form.getBytes(StandardCharsets.US_ASCII));
    }

    private Heard parts(Taobao account, Map<String, String> all, File... files) throws Away {
        MultipartEntityBuilder form = MultipartEntityBuilder.create().setMode(HttpMultipartMode.EXTENDED).setCharset(StandardCharsets.UTF_8);
        all.forEach((name, value) -> form.addTextBody(name, value, TEXT));
        for (File file : files) {
            form.addBinaryBody(file.field(), file.content(), ContentType.parse(file.mediaType()), file.name());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String type;
        try (HttpEntity whole = form.build()) {
            whole.writeTo(body);
            type = whole.getContentType();
        } catch (IOException unwritable) {
            throw new Away("UNWRITABLE", false);
        }
        return circuits.reach(account.circuit(), "POST", URI.create(account.url()), Map.of("Content-Type", type), body.toByteArray());
    }

    private JsonNode read(Heard heard, String method) throws Away, TopFault {
        JsonNode whole;
        try {
            whole = json.readTree(heard.body());
        } catch (JacksonException unreadable) {
            throw new Away("UNREADABLE", true);
        }
        if (whole.has("error_response")) {
            throw new TopFault(whole.path("error_response"));
        }
        String plain = method.startsWith("taobao.") ? method.substring("taobao.".length()) : method;
        JsonNode answer = whole.path(plain.replace('.', '_') + "_response");
        if (!answer.isObject()) {
            throw new Away("UNREADABLE", true);
        }
        return answer;
    }

    /** What belongs together; each call in it is one of those that were booked. */
    interface Asking<T> {

        T ask() throws Away, TopFault;
    }

    /** Asks what takes at most so many calls when all of them have their turn; those it does not need are given back. */
    <T> T together(Taobao account, int most, Asking<T> asking) throws Away, TopFault {
        TopPace pace = pace(account);
        int calls = Math.min(most, forQuestions());
        if (!pace.books(clock.millis(), calls, forQuestions())) {
            throw new Away(MarketCircuits.PACE, false);
        }
        booked.set(calls);
        try {
            return asking.ask();
        } finally {
            pace.gaveUp(booked.get());
            booked.remove();
        }
    }

    private void keepPace(Taobao account, boolean asks) throws Away {
        int left = booked.get();
        if (left > 0) {
            booked.set(left - 1);
            pace(account).callsBooked(clock.millis());
        } else if (!pace(account).calls(clock.millis(), asks ? forQuestions() : settings.callsPerSecond())) {
            throw new Away(MarketCircuits.PACE, false);
        }
    }

    private TopPace pace(Taobao account) {
        return paces.computeIfAbsent(account.shop(), each -> new TopPace());
    }

    private int forQuestions() {
        return settings.callsPerSecond() - settings.callsPerSecond() / LEFT_TO_DEEDS;
    }
}
