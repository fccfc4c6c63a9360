package dev.afterflow.carriers;

import dev.afterflow.connections.Outbound.Heard;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures of a work order: uploaded first, then named by their address with type 0, as Kuaidi100's own examples do. It publishes no type
 * for other files, so those (and a picture the service will not have) are named by their hash in the words, for the clerk to ask for.
 * What the upload answers is unknown: its examples send it and do not read the reply, and no page we could open shows one. So the address
 * is looked for where its other replies carry one, and a reply without any is told in the log: the picture then goes as if it were refused.
 */
@Component
class WorkOrderPictures {

    private static final Logger LOG = LoggerFactory.getLogger(WorkOrderPictures.class);
    private static final int TAKEN = 200;
    private static final int PICTURE = 0;
    /** How many addresses a node remembers, so that a try after a failed one need not upload again. */
    private static final int MOST = 2_000;
    private static final String REFUSED = "";

    /** An appeal months later brings its pictures again. */
    private static final Duration GOOD = Duration.ofHours(1);

    private record Kept(String address, Instant at) {
    }

    private final KuaidiCalls calls;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Kept> uploaded = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    });

    WorkOrderPictures(KuaidiCalls calls, JsonMapper json, Clock clock) {
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    /** Null when every picture is there, or the service will not have it; else why it must be tried later. */
    String upload(CarrierAccounts.Kuaidi account, String circuit, String shop, List<Papers.Paper> papers) {
        for (Papers.Paper picture : papers.stream().filter(WorkOrderPictures::isPicture).toList()) {
            Kept known = uploaded.get(name(shop, picture));
            if (known == null || known.at().plus(GOOD).isBefore(clock.instant())) {
                try {
                    uploaded.put(name(shop, picture), new Kept(address(calls.upload(account, circuit, picture)), clock.instant()));
                } catch (CarrierCircuits.Closed closed) {
                    return closed.getMessage();
                } catch (IOException noAnswer) {
                    return "NO_ANSWER";
                }
            }
        }
        return null;
    }

    /** What stands in the work order's {@code desc.attach}. */
    List<Map<String, Object>> attached(String shop, List<Papers.Paper> papers) {
        return papers.stream().filter(WorkOrderPictures::isPicture).map(picture -> uploaded.get(name(shop, picture)))
            .filter(kept -> kept != null && !kept.address().equals(REFUSED)).map(Kept::address).map(address -> Map.<String, Object>of("type", PICTURE, "uri", address)).toList();
    }

    private String address(Heard heard) {
        try {
            JsonNode answer = json.readTree(heard.body());
            JsonNode data = answer.path("data");
            boolean taken = answer.path("code").asInt(-1) == TAKEN;
            String address = data.isString() ? data.asString() : data.path("uri").asString(data.path("url").asString(REFUSED));
            if (taken && address.equals(REFUSED)) {
                LOG.warn("Kuaidi100 took a picture of a work order and its reply names no address under data, data.uri or data.url: {}", data.propertyNames());
            }
            return taken ? address : REFUSED;
        } catch (JacksonException unreadable) {
            return REFUSED;
        }
    }

    private static boolean isPicture(Papers.Paper paper) {
        return paper.mediaType().startsWith("image/");
    }

    private static String name(String shop, Papers.Paper picture) {
        return shop + "/" + picture.sha256();
    }
}
