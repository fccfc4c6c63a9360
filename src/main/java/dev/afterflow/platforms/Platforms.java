package dev.afterflow.platforms;

import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.security.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to marketplaces: how a matter stands there, what may be done about it, and our word carried there once. */
@Service
@Transactional
public class Platforms {

    /** How a shop may do something at its marketplace: by machine, or by a person in the seller's centre. */
    public enum Way { MACHINE, BY_HAND }

    private final Markets markets;
    private final JdbcPlatformMatters matters;
    private final PlatformRequests requests;

    Platforms(Markets markets, JdbcPlatformMatters matters, PlatformRequests requests) {
        this.markets = markets;
        this.matters = matters;
        this.requests = requests;
    }

    /** The word of the marketplace this shop sells on by machine, such as {@code taobao}; empty when none is connected. */
    @Transactional(readOnly = true)
    public Optional<String> market(String shop) {
        return markets.of(shop).map(Marketplace::word);
    }

    /** How this shop would do this today. */
    @Transactional(readOnly = true)
    public Way way(String shop, Kind kind) {
        return markets.of(shop).filter(market -> market.verbs().contains(kind)).isPresent() ? Way.MACHINE : Way.BY_HAND;
    }

    /** The same for something about this matter, or about this order, which may be at another of the shop's marketplaces. */
    @Transactional(readOnly = true)
    public Way way(String shop, Kind kind, String about) {
        return does(shop, kind, about, List.of()).isPresent() ? Way.MACHINE : Way.BY_HAND;
    }

    /**
     * The marketplace that does this by machine about a matter or an order: the first of these tellers that is one, else where it came from, else the
     * shop's first; empty where that one does not.
     */
    @Transactional(readOnly = true)
    public Optional<String> does(String shop, Kind kind, String about, Collection<String> tellers) {
        Optional<String> word = tellers.stream().filter(teller -> markets.named(teller).isPresent()).findFirst().or(() -> markets.home(shop, about));
        Optional<Marketplace> home = word.isEmpty() ? markets.of(shop) : word.flatMap(markets::named).filter(market -> market.serves(shop));
        return home.filter(market -> market.verbs().contains(kind)).map(Marketplace::word);
    }

    /** How a matter stands as the marketplace last told us; empty when it never spoke of it. */
    @Transactional(readOnly = true)
    public Optional<PlatformMatter> matter(String shop, String id) {
        return matters.find(shop, id);
    }

    /** All matters of an order, the latest changed first, at most 50. */
    @Transactional(readOnly = true)
    public List<PlatformMatter> ofOrder(String shop, String orderId) {
        return matters.ofOrder(shop, orderId);
    }

    /** The grounds the marketplace takes for refusing this matter, as it last told them; empty where it has no list. */
    @Transactional(readOnly = true)
    public List<PlatformMatter.Ground> grounds(String shop, String id) {
        return matters.grounds(shop, id);
    }

    /** Why the marketplace would not take our refusal of this matter now; empty where it would, and of what it never spoke of. */
    @Transactional(readOnly = true)
    public Optional<PlatformAnswered.Said> mayNotRefuse(String shop, String platform, String id) {
        return matters.find(shop, id).filter(now -> now.platform().equals(platform) && now.ours() && now.mayNotZh() != null)
            .map(now -> new PlatformAnswered.Said(now.mayNotZh(), now.mayNotEn()));
    }

    /** Asks the marketplace for something, in the caller's transaction; it leaves the house later, and the same number once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(PlatformRequest request) {
        requests.add(request);
    }

    /** Types in the code the marketplace sent to the shop's telephone; {@link Problem} 409 when none is waited for. */
    public void code(String number, String code) {
        requests.code(number, code);
    }

    /** A person did it in the seller's centre, or could not: settles a request that needs a person; {@link Problem} 409 when it does not. */
    public void byHand(String number, boolean done, String words) {
        requests.byHand(number, done, words);
    }
}
