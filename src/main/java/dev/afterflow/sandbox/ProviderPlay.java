package dev.afterflow.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;

/** Plays by hand how a provider tells of a refund: again, twice at once, half a minute late, an older word after the newer, or with a seal that is not its own. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ProviderPlay {

    private static final int LATE_MILLIS = 30_000;
    private static final String NOTHING = "{}";

    private final PayBooks books;
    private final PayNotices notices;
    private final List<PayNews> tellers;
    private final Acts acts;
    private final TransactionTemplate tx;
    private final RestClient http;

    ProviderPlay(PayBooks books, PayNotices notices, List<PayNews> tellers, Acts acts, TransactionTemplate tx) {
        this.books = books;
        this.notices = notices;
        this.tellers = tellers;
        this.acts = acts;
        this.tx = tx;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    enum How {
        AGAIN("again"), TWICE("twice"), LATE("lateNotice"), OUT_OF_ORDER("outOfOrder"), FORGED("wrongSeal");

        private final String act;

        How(String act) {
            this.act = act;
        }
    }

    /** What is told, where, and by whom. */
    private record News(PayNews teller, String url, String body) {
    }

    /** What was sent and answered; status 0 for what is told later. */
    Acts.Act tell(String refundNo, How how) {
        News news = tx.execute(status -> news(refundNo, how));
        if (how == How.LATE) {
            tx.executeWithoutResult(status -> notices.tell(news.url(), news.body(), news.teller().word(), LATE_MILLIS));
            return kept(news, how, new PayNews.Told(0, ""));
        }
        CompletableFuture<PayNews.Told> other = how == How.TWICE ? CompletableFuture.supplyAsync(() -> told(news, how)) : null;
        Acts.Act first = kept(news, how, told(news, how));
        return other == null ? first : kept(news, how, other.join());
    }

    private News news(String refundNo, How how) {
        PayBooks.Kept kept = books.find(refundNo).filter(PayBooks.Kept::seen).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such refund"));
        PayNews teller = tellers.stream().filter(each -> each.serves(kept)).findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "this refund's provider tells nothing by hand"));
        String url = teller.addresses(kept).stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "nobody listens"));
        String body = teller.body(how == How.OUT_OF_ORDER ? new PayBooks.Kept(kept.refundId(), kept.wanted(), teller.before(), null) : kept);
        if (body == null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "this provider says nothing of it");
        }
        return new News(teller, url, body);
    }

    private PayNews.Told told(News news, How how) {
        return news.teller().told(http, news.url(), news.body(), how == How.FORGED ? NOTHING : news.body());
    }

    private Acts.Act kept(News news, How how, PayNews.Told told) {
        Acts.Act act = new Acts.Act(0, null, how.act, World.SHOP, null, "POST " + URI.create(news.url()).getPath().replaceAll("[^/]+$", "…"), news.body(),
            told.status(), told.answer());
        acts.keep(act);
        return act;
    }
}
