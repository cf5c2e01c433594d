welcome = Hello. I am a robot. I help you find help near you: food, a bed, a shower, a doctor, papers, your rights…
welcome-how = Write what you need, and where. For example: “shower in Nantes”, “food 59100”, “dentist without insurance in Lyon”.
welcome-danger = I am not an emergency service. In danger? Call 112. You cannot speak? Send a text message to 114.
welcome-privacy = I do not keep your messages. To erase everything, write “delete”. To change the language, write “language”.
welcome-again = What do you need?
you-are-welcome = You are welcome. Take care. I am here if you need anything else.

menu-food = Eat
menu-sleep = Sleep, housing
menu-wash = Wash
menu-health = See a doctor
menu-rights = Papers and rights
menu-more = Something else
menu-more-question = What do you need? You can also write it in your own words.
menu-money = Money, debts
menu-work = Work
menu-french = French, training
menu-family = Children, family
menu-things = Clothes, furniture
menu-back = Back to the menu
menu-emergency = Emergency numbers

stopped = All right, I stop here. Write to me whenever you want.
not-understood = I did not understand. Tell me in a few words what you need, and where. For example: “food parcel in Dijon”.
empty = I received no words. Write what you need, and where. For example: “shower in Nantes”.
too-long = Your message is too long for me: I read { $most } characters at most. Please write it shorter, for example: “food parcel in Dijon”.
unknown-command = I do not know the command “{ $command }”. Write “menu” to see what I can do.
number-out-of-list = There is no choice number { $number }. Answer with a number from 1 to { $most }.
choose-again = Answer with the number of your choice, or write in your own words.
stale = That question is closed. Tell me what you need, and where.
out-of-order = Something went wrong and I cannot answer. Please try again in a moment. In danger? Call 112, or text 114.
no-memory = My memory is out of order: I forget what you just said. Write everything in one message, for example: “shower in Nantes”.


crisis-number = { $number } ({ $details })
comma = { ", " }
