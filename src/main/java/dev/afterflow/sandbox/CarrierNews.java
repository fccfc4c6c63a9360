package dev.afterflow.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The played Kuaidi100's pushes: a form signed with the subscriber's salt, which expects {@code returnCode 200}. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class CarrierNews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final CarrierBooks books;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).version(HttpClient.Version.HTTP_1_1).build();

    CarrierNews(CarrierBooks books, JsonMapper json) {
        this.books = books;
        this.json = json;
    }

    /** What one push met. */
    record Pushed(int status, String answer) {
    }

    static String time(Instant at) {
        return LocalDateTime.ofInstant(at, CHINA).format(TIME);
    }

    /** The state of the whole with all scans, newest first. */
    Map<String, Object> result(CarrierBooks.Known known) {
        return result(known, books.scans(known.waybill()));
    }

    private Map<String, Object> result(CarrierBooks.Known known, List<CarrierBooks.Scan> scans) {
        String code = scans.isEmpty() ? "0" : scans.get(0).code();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("message", "ok");
        result.put("state", code);
        result.put("status", "200");
        result.put("condition", "F00");
        result.put("ischeck", code.startsWith("3") ? "1" : "0");
        result.put("com", known.com());
        result.put("nu", known.waybill());
        result.put("data", KuaidiController.told(scans));
        return result;
    }

    /** Pushes what is known, leaving out the newest few: as a push does that was late on its way. */
    Pushed push(CarrierBooks.Known known, String status, String message, int withoutNewest) {
        List<CarrierBooks.Scan> scans = books.scans(known.waybill());
        Map<String, Object> param = new LinkedHashMap<>();
        param.put("status", status);
        param.put("billstatus", "got");
        param.put("message", message);
        param.put("autoCheck", "0");
        param.put("comOld", "");
        param.put("comNew", "");
        param.put("lastResult", result(known, scans.subList(Math.min(withoutNewest, scans.size()), scans.size())));
        return send(known, json.writeValueAsString(param), known.salt());
    }

    /** Pushes with another salt than the subscriber's. */
    Pushed forged(CarrierBooks.Known known) {
        return send(known, json.writeValueAsString(Map.of("status", "polling", "message", "", "lastResult", result(known))), "not-the-salt");
    }

    private Pushed send(CarrierBooks.Known known, String param, String salt) {
        if (known.callback() == null) {
            return new Pushed(0, "nobody follows this parcel");
        }
        String form = "sign=" + CarrierSeal.md5(param, String.valueOf(salt)) + "&param=" + URLEncoder.encode(param, StandardCharsets.UTF_8);
        return post(known.callback(), "application/x-www-form-urlencoded", form);
    }

    Pushed post(String address, String type, String body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Pushed(answer.statusCode(), answer.body());
        } catch (IOException away) {
            return new Pushed(0, "no answer");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Pushed(0, "ended");
        }
    }
}
