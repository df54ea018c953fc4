export default {
  heading: "Facilitator",
};
