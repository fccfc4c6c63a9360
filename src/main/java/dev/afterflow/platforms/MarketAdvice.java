package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.providers.Provider.Advice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person can do about a refund that a marketplace does not give yet. */
final class MarketAdvice {

    private static final Set<Sort> MONEY = Set.of(Sort.REFUND, Sort.RETURN);
    private static final Set<State> OVER = Set.of(State.DONE, State.CLOSED);

    private MarketAdvice() {
    }

    /** The marketplace gives money only as buyers ask for it there, and nobody asks for just this sum now; {@code all} is what it keeps about the order. */
    static Advice nothingAsked(Money ours, List<PlatformMatter> all) {
        List<PlatformMatter> open = all.stream().filter(each -> MONEY.contains(each.sort()) && !OVER.contains(each.state()) && each.amount() != null).toList();
        Optional<PlatformMatter> notYet = open.stream().filter(each -> each.amount().equals(ours)).findFirst();
        if (notYet.isPresent()) {
            return notYet(ours, notYet.get());
        }
        String doZh = open.isEmpty() ? "请联系买家在平台提交 " + ours.display(true) + " 的退款申请"
            : "请给买家留言，把平台上的申请改为 " + ours.display(true) + "，或在商家后台与买家协商到这个金额";
        String doEn = open.isEmpty() ? "Ask the buyer to apply for a refund of " + ours.display(false) + " there"
            : "Write to the buyer to change the application there to " + ours.display(false) + ", or agree on that sum with them in the seller's centre";
        return new Advice("平台只按买家的申请退款：我方决定退 " + ours.display(true) + "，" + (open.isEmpty() ? "买家在平台没有待处理的退款申请" : "平台上的申请是 " + sums(open, true))
            + "。" + doZh + "；一致后系统会自动退款，请不要另行打款",
            "The marketplace gives money only as the buyer asks for it: " + ours.display(false) + " was decided here, " + (open.isEmpty() ? "and no application waits there"
                : "the application there is for " + sums(open, false)) + ". " + doEn + "; once both agree the refund goes by itself, do not pay it in another way");
    }

    private static Advice notYet(Money ours, PlatformMatter now) {
        return new Advice("平台上 " + ours.display(true) + " 的申请（" + now.id() + "）目前是 " + now.word() + "，还不能退款：请在商家后台看它在等什么，例如同意退货或确认收货；可以退时系统会自动退，请不要另行打款",
            "The application for " + ours.display(false) + " there (" + now.id() + ") is " + now.word() + " and cannot be paid yet: see in the seller's centre what it waits for, such as agreeing to "
                + "the return or confirming the goods; once it can be paid the refund goes by itself, do not pay it in another way");
    }

    private static String sums(List<PlatformMatter> open, boolean chinese) {
        return open.stream().map(each -> each.amount().display(chinese) + (chinese ? "（" + each.id() + "）" : " (" + each.id() + ")")).collect(Collectors.joining(chinese ? "、" : ", "));
    }

    /** A request that waits for a person: for the code from the shop's telephone, or for what no machine does. */
    static Advice waits(JdbcPlatformRequests.Row row) {
        boolean code = row.state() == JdbcPlatformRequests.State.CODE;
        return new Advice((code ? "平台向店铺手机发送了验证码，请主管或财务在“平台”页面填写" : "请在商家后台办理，并在“平台”页面登记") + why(row.saidZh(), "："),
            (code ? "The marketplace sent a code to the shop's telephone: a lead or finance types it in under Marketplaces" : "Do it in the seller's centre and say so under Marketplaces")
                + why(row.saidEn(), ": "));
    }

    private static String why(String said, String after) {
        return said == null || said.isBlank() ? "" : after + said;
    }
}
